import type { Core } from '@strapi/strapi';
import { pluginServices } from '../../services/plugin-services';
import { readablePlace } from '../access/readable-place';
import type { AdminContext } from '../admin-context';
import { presentSnapshot } from '../present/present-snapshot';

/**
 * `GET /documents/:uid/:documentId`: the current snapshots of a document in a locale, each with the capture that waits, or
 * failed, to replace it.
 */
export const currentSnapshots = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { store } = pluginServices(strapi).capture;
  const { model, key } = await readablePlace(strapi, ctx);
  const current = await store.current(model.uid, [key]);
  const replacements = await store.replacements(current.map(({ documentId }) => documentId));
  // Oldest first: the map keeps the latest of each.
  const latest = new Map(replacements.map((row) => [row.supersedes, row]));
  ctx.body = {
    data: current.map((row) => {
      const replacement = latest.get(row.documentId);
      return { ...presentSnapshot(row), replacement: replacement ? presentSnapshot(replacement) : null };
    }),
    meta: { earlier: await store.countEarlier(model.uid, key) },
  };
};
