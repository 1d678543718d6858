import { z } from 'zod';
import { instrument, id } from '../request-bodies';

const day = z.iso.date();

/** What the page of the record asks for. Days are those of UTC, both included. */
export const recordQuery = z.strictObject({
  /** `XNAS:MSFT`, or a symbol alone. */
  listing: instrument.optional(),
  /** The documentId of the document whose publications are meant. */
  document: id.optional(),
  state: z.enum(['pending', 'captured', 'unavailable', 'voided']).optional(),
  reason: id.optional(),
  provider: id.optional(),
  from: day.optional(),
  to: day.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The export takes the same, and the language in which reasons are worded. */
export const exportQuery = recordQuery.omit({ page: true }).extend({
  language: z.string().min(2).max(35).default('en'),
});

export type RecordQuery = z.infer<typeof recordQuery>;

const endOf = (date: string): string => `${date}T23:59:59.999Z`;

/** What a query asks for as filters on snapshots, as the content manager takes them. */
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
