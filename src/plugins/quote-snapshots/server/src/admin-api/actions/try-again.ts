import type { Core } from '@strapi/strapi';
import { retrySnapshot } from '../../capture/retry-snapshot';
import { pluginContext } from '../../plugin-context';
import { enabledModel } from '../access/enabled-model';
import { requireReadableSnapshot } from '../access/require-readable-snapshot';
import { requirePublishable } from '../access/require-publishable';
import { findSnapshot } from '../../store/statements/find-snapshot';
import { presentSnapshot } from '../present/present-snapshot';
import type { AdminContext } from '../admin-context';

/**
 * `POST /snapshots/:id/try-again`: asks the provider at once for a quote that failed or is still pending. Answers with the present
 * state of the row that was captured.
 */
export const tryAgain = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const ability = ctx.state.userAbility;
  const row = await requireReadableSnapshot(strapi, ability, ctx.params.id ?? '');
  await requirePublishable(strapi, ability, enabledModel(strapi, row.relatedType), {
    documentId: row.relatedDocumentId,
    locale: row.relatedLocale,
  });
  const asked = await retrySnapshot(pluginContext(strapi), row.documentId);
  const outcome = await findSnapshot(strapi, asked);
  ctx.body = { data: outcome ? presentSnapshot(outcome) : { documentId: asked } };
};
