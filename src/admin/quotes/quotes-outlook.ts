/** A listing that the edited article names; the exchange is null for a cashtag. */
export interface NamedListing {
  symbol: string;
  exchange: string | null;
  row: string;
}

/** What the panel of quotes says of the edited article. */
export interface QuotesOutlook {
  unquoted: readonly NamedListing[];
  ambiguous: readonly NamedListing[];
}

/** What the plugin `quote-snapshots` tells other panels, as its README says. */
export interface OutlookApi {
  subscribe(listener: () => void): () => void;
  read(): QuotesOutlook;
  show(row: string): void;
}

const NOTHING: QuotesOutlook = { unquoted: [], ambiguous: [] };

/** Where the plugin is switched off, nothing is said of quotes. */
export const NO_QUOTES: OutlookApi = {
  subscribe: () => () => undefined,
  read: () => NOTHING,
  show: () => undefined,
};

/** A mention as findings of the rules name it. */
export const mentionOf = ({ symbol, exchange }: Pick<NamedListing, 'symbol' | 'exchange'>): string =>
  exchange ? `${exchange}: ${symbol}` : `$${symbol}`;
