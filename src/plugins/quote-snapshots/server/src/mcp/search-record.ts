import { z } from '@strapi/utils';
import { permittedRows } from '../admin-api/record/permitted-rows';
import { restrictToReadable } from '../admin-api/record/restrict-to-readable';
import { requestedInstrument } from '../admin-api/requested-instrument';
import { formatInstrument } from '../instruments/instrument';
import { searchRecord } from '../store/reports/search-record';
import type { SnapshotRow } from '../store/snapshot-row';
import { defineTool } from './define-tool';
import { snapshotFor } from './snapshot-for-agents';
import { answerWith } from './tool-answer';

const PAGE_SIZE = 100;

const input = z.strictObject({
  instrument: z.string().min(1).max(40).optional().describe('XNAS:MSFT'),
  state: z.enum(['pending', 'captured', 'unavailable', 'voided']).optional(),
  current: z.boolean().optional().describe('true: only what readers are shown now'),
  publishedSince: z.iso.datetime({ offset: true }).optional(),
  publishedBefore: z.iso.datetime({ offset: true }).optional(),
  cursor: z.number().int().positive().optional().describe('meta.cursor of the page before'),
});

/** The filters on snapshots for a call, in the content manager's form, each on one field. */
const filtersOf = ({
  instrument,
  state,
  current,
  publishedSince,
  publishedBefore,
}: z.infer<typeof input>): Record<string, object>[] => [
  ...(instrument === undefined
    ? []
    : [{ instrument: { $eq: formatInstrument(requestedInstrument(instrument)) } }]),
  ...(state === undefined ? [] : [{ state: { $eq: state } }]),
  ...(current === undefined ? [] : [{ current: { $eq: current } }]),
  ...(publishedSince === undefined
    ? []
    : [{ relatedPublishedAt: { $gte: new Date(publishedSince).toISOString() } }]),
  ...(publishedBefore === undefined
    ? []
    : [{ relatedPublishedAt: { $lt: new Date(publishedBefore).toISOString() } }]),
];

/**
 * `quotes_search_record`: the same snapshots that the page of the record shows to the caller. It requires the content manager's
 * permission to read snapshots, with its conditions and fields, in addition to the plugin's own.
 */
export const searchRecordTool = defineTool({
  name: 'quotes_search_record',
  title: 'Quotes: search the record',
  description:
    'Snapshots of the documents that you may read, history included, the latest written first: by listing, by state, by ' +
    'the time of publication. Asks for the right to read quote-snapshot in the content manager; a field that you may not ' +
    `read is null. An answer has at most ${PAGE_SIZE} snapshots. Where meta.hasMore is true there are more: ask again ` +
    'with the same filters and with "cursor" set to meta.cursor.',
  input,
  run: async (strapi, { ability }, args) => {
    const filters = filtersOf(args);
    const readable = await restrictToReadable(strapi, ability, filters);
    const beyond = args.cursor === undefined ? {} : { id: { $lt: args.cursor } };
    // One more than is shown is read, to know whether there are more.
    const found = await searchRecord(strapi, {
      where: { $and: [readable, beyond] },
      order: 'newest',
      limit: PAGE_SIZE + 1,
    });
    const rows = found.slice(0, PAGE_SIZE);
    const hasMore = found.length > PAGE_SIZE;
    const permitted = await permittedRows(strapi, ability, rows);
    return answerWith(
      // Fields that the caller may not read are null here.
      permitted.map((row) => snapshotFor(row as SnapshotRow)),
      { hasMore, cursor: hasMore ? (rows.at(-1)?.id ?? null) : null },
    );
  },
});
