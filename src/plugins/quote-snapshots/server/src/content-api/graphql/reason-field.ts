import type { StoredReason } from '../../reasons/reason';
import type { Resolver } from '../../strapi/graphql';
import { reasonOf } from '../reasons/word-answers';

/** The language that a query requests, by row. Each row object belongs to one request. */
const locales = new WeakMap<object, string>();

/** Stores the language in which the reasons of these rows are to be worded. @param found a row, a list of rows, or null */
export const keepReasonLocale = (found: unknown, locale: string): void => {
  for (const row of Array.isArray(found) ? found : [found])
    if (typeof row === 'object' && row !== null) locales.set(row, locale);
};

type Row = StoredReason & { relatedLocale: string | null };

/** `QuoteSnapshotsQuoteSnapshot.reason`: in the language of the query's `locale`, else of the document. */
export const resolveReason: Resolver<Row> = (row) => Promise.resolve(reasonOf(row, locales.get(row)));
