import type { QuoteRow } from '../rows/quote-rows';
import type { DraftOutlook, Outage, OutlookListing } from './outlook';

const listingOf = ({ symbol, exchange, key }: QuoteRow): OutlookListing => ({ symbol, exchange, row: key });

/** The problems with a draft's quotes, from the rows of the panel. */
export const outlookOfRows = (rows: readonly QuoteRow[], outage: Outage | null): DraftOutlook => ({
  unquoted: rows.filter(({ state }) => state === 'unquoted').map(listingOf),
  ambiguous: rows.filter(({ state }) => state === 'choose').map(listingOf),
  outage,
});
