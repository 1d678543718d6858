import { z } from '@strapi/utils';
import { enabledModel } from '../admin-api/access/enabled-model';
import { localeOf } from '../admin-api/access/locale-of';
import { requireReadable } from '../admin-api/access/require-readable';
import { relatedKey } from '../store/related-key';
import { findCurrentSnapshots } from '../store/statements/find-current-snapshots';
import { defineTool } from './define-tool';
import { snapshotFor } from './snapshot-for-agents';
import { answerWith } from './tool-answer';

/** `quotes_read_snapshots`: the current snapshots of a document that the caller may read. */
export const readSnapshotsTool = defineTool({
  name: 'quotes_read_snapshots',
  title: 'Quotes: read the snapshots of a document',
  description:
    'The quotes that were captured when a document was published, one for each listing that it names: price, time, source, ' +
    'delay and state. Prices are in the currency, percent as in 1.23 = 1.23 %. A figure must be shown with its attribution.',
  input: z.strictObject({
    type: z.string().min(1).max(255).describe('uid of the content type, as api::article.article'),
    documentId: z.string().min(1).max(255),
    locale: z.string().min(1).max(64).optional().describe('the default locale where it is absent'),
  }),
  run: async (strapi, { ability }, { type, documentId, locale: given }) => {
    const model = enabledModel(strapi, type);
    const locale = await localeOf(strapi, model, given);
    await requireReadable(strapi, ability, model, { documentId, locale });
    const rows = await findCurrentSnapshots(strapi, model.uid, [relatedKey(documentId, locale)]);
    return answerWith(rows.map(snapshotFor));
  },
});
