import type { Core } from '@strapi/strapi';
import { countPastSnapshots } from '../../store/reports/find-past-snapshots';
import { findUnfinishedReplacements } from '../../store/reports/find-unfinished-replacements';
import { findCurrentSnapshots } from '../../store/statements/find-current-snapshots';
import { requireReadablePlace } from '../access/require-readable-place';
import type { AdminContext } from '../admin-context';
import { presentSnapshot } from '../present/present-snapshot';

/**
 * `GET /documents/:uid/:documentId`: the current snapshots of a document in a locale. Each has the pending or failed capture that
 * was to replace it.
 */
export const currentSnapshots = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { model, key } = await requireReadablePlace(strapi, ctx);
  const current = await findCurrentSnapshots(strapi, model.uid, [key]);
  const replacements = await findUnfinishedReplacements(
    strapi,
    current.map(({ documentId }) => documentId),
  );
  // The rows are in order of age, so the map keeps the latest one for each snapshot.
  const latest = new Map(replacements.map((row) => [row.supersedes, row]));
  ctx.body = {
    data: current.map((row) => {
      const replacement = latest.get(row.documentId);
      return { ...presentSnapshot(row), replacement: replacement ? presentSnapshot(replacement) : null };
    }),
    meta: { earlier: await countPastSnapshots(strapi, model.uid, key) },
  };
};
