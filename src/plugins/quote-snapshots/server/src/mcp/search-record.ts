import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { readableIds } from '../admin-api/access/readable-documents';
import { requestedInstrument } from '../admin-api/requested-instrument';
import { formatInstrument } from '../instruments/instrument';
import { findLatestSnapshots } from '../store/reports/find-latest-snapshots';
import type { SnapshotRow } from '../store/snapshot-row';
import { enabledTypes } from '../strapi/enabled-types';
import { permissionChecker } from '../strapi/permission-checker';
import { defineTool } from './define-tool';
import { snapshotFor } from './snapshot-for-agents';
import { answerWith } from './tool-answer';

/** How many rows are read: the caller may not see all of them. */
const MOST_READ = 500;
const MOST_SHOWN = 100;

/** Those of these rows whose document the caller may read, in the locale of the row. */
const readableRows = async (
  strapi: Core.Strapi,
  ability: unknown,
  rows: readonly SnapshotRow[],
): Promise<SnapshotRow[]> => {
  const readable = new Set<string>();
  for (const model of enabledTypes(strapi)) {
    if (permissionChecker(strapi, ability, model.uid).cannot.read()) continue;
    const ofType = rows.filter(({ relatedType }) => relatedType === model.uid);
    for (const locale of new Set(ofType.map(({ relatedLocale }) => relatedLocale))) {
      const here = ofType.filter(({ relatedLocale }) => relatedLocale === locale);
      const documentIds = [...new Set(here.map(({ relatedDocumentId }) => relatedDocumentId))];
      const ids = new Set(await readableIds(strapi, ability, model, { documentIds, locale }));
      for (const row of here) if (ids.has(row.relatedDocumentId)) readable.add(row.documentId);
    }
  }
  return rows.filter(({ documentId }) => readable.has(documentId));
};

/** `quotes_search_record`: snapshots of all documents that the caller may read, history included. */
export const searchRecordTool = defineTool({
  name: 'quotes_search_record',
  title: 'Quotes: search the record',
  description:
    'Snapshots of the documents that you may read, latest first, history included: by listing, by state, since a time. At ' +
    `most ${MOST_SHOWN} at once; ask with "before" for earlier ones.`,
  input: z.strictObject({
    instrument: z.string().min(1).max(40).optional().describe('XNAS:MSFT'),
    state: z.enum(['pending', 'captured', 'unavailable', 'voided']).optional(),
    current: z.boolean().optional().describe('true: only what readers are shown now'),
    publishedSince: z.iso.datetime({ offset: true }).optional(),
    before: z.iso.datetime({ offset: true }).optional().describe('published before this time'),
  }),
  run: async (strapi, { ability }, { instrument, state, current, publishedSince, before }) => {
    const rows = await findLatestSnapshots(
      strapi,
      {
        instrument: instrument === undefined ? undefined : formatInstrument(requestedInstrument(instrument)),
        state,
        current,
        publishedSince: publishedSince === undefined ? undefined : new Date(publishedSince),
        publishedBefore: before === undefined ? undefined : new Date(before),
      },
      MOST_READ,
    );
    const readable = await readableRows(strapi, ability, rows);
    return answerWith(readable.slice(0, MOST_SHOWN).map(snapshotFor));
  },
});
