import { z } from 'zod';
import { instrumentText, shortText } from '../request-bodies';

const day = z.iso.date();

/** The query of the record's page. Days are in UTC and inclusive. */
export const recordQuery = z.strictObject({
  /** `XNAS:MSFT`, or only a symbol. */
  listing: instrumentText.optional(),
  /** The documentId of a document. */
  document: shortText.optional(),
  state: z.enum(['pending', 'captured', 'unavailable', 'voided']).optional(),
  reason: shortText.optional(),
  provider: shortText.optional(),
  from: day.optional(),
  to: day.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The export has the same parameters, and the language of the reasons. */
export const exportQuery = recordQuery.omit({ page: true }).extend({
  language: z.string().min(2).max(35).default('en'),
});

export type RecordQuery = z.infer<typeof recordQuery>;

const endOf = (date: string): string => `${date}T23:59:59.999Z`;

/** The filters on snapshots for a query, in the content manager's form. */
export const recordFilters = ({
  listing,
  document,
  state,
  reason,
  provider,
  from,
  to,
}: Omit<RecordQuery, 'page'>): Record<string, unknown>[] => [
  ...(listing === undefined
    ? []
    : [
        listing.includes(':')
          ? { instrument: { $eq: listing.toUpperCase() } }
          : { symbol: { $eq: listing.toUpperCase() } },
      ]),
  ...(document === undefined ? [] : [{ relatedDocumentId: { $eq: document } }]),
  ...(state === undefined ? [] : [{ state: { $eq: state } }]),
  ...(reason === undefined ? [] : [{ reasonCode: { $eq: reason } }]),
  ...(provider === undefined ? [] : [{ provider: { $eq: provider } }]),
  ...(from === undefined ? [] : [{ createdAt: { $gte: `${from}T00:00:00.000Z` } }]),
  ...(to === undefined ? [] : [{ createdAt: { $lte: endOf(to) } }]),
];
