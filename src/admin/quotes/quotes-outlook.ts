/** A listing that the edited article names; the exchange is null for a cashtag. */
export interface NamedListing {
  symbol: string;
  exchange: string | null;
  row: string;
}

/** The state of the edited article's quotes, from the plugin's panel. */
export interface QuotesOutlook {
  unquoted: readonly NamedListing[];
  ambiguous: readonly NamedListing[];
}

/** The API of the plugin `quote-snapshots` for other panels; see its README. */
export interface OutlookApi {
  subscribe(listener: () => void): () => void;
  read(): QuotesOutlook;
  show(row: string): void;
}

const NOTHING: QuotesOutlook = { unquoted: [], ambiguous: [] };

/** Used if the plugin is switched off. */
export const NO_QUOTES: OutlookApi = {
  subscribe: () => () => undefined,
  read: () => NOTHING,
  show: () => undefined,
};

/** A mention as the rules' findings have it. */
export const mentionOf = ({ symbol, exchange }: Pick<NamedListing, 'symbol' | 'exchange'>): string =>
  exchange ? `${exchange}: ${symbol}` : `$${symbol}`;
