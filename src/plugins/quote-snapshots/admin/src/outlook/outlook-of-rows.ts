import type { QuoteRow } from '../rows/quote-rows';
import type { DraftOutlook, Outage, OutlookListing } from './outlook';

const listingOf = ({ symbol, exchange, key }: QuoteRow): OutlookListing => ({ symbol, exchange, row: key });

/** What stands between a draft and its quotes, as its rows have it. */
export const outlookOfRows = (rows: readonly QuoteRow[], outage: Outage | null): DraftOutlook => ({
  unquoted: rows.filter(({ state }) => state === 'unquoted').map(listingOf),
  ambiguous: rows.filter(({ state }) => state === 'choose').map(listingOf),
  outage,
});
