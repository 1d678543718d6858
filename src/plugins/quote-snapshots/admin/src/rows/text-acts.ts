/** Another listing that a mention may have meant. */
export interface OtherListing {
  symbol: string;
  /** As it is printed before the symbol. */
  exchange: string;
  isSameExchange: boolean;
}

/** What the rows do with the text of the form. */
export interface TextActs {
  /** The keys of the rows whose mentions the page shows. */
  inText: ReadonlySet<string>;
  /** Scrolls to a mention of a row and selects it; called again, to the next one. */
  goTo(row: string): void;
  /** Whether a mention of the row stands in a field that can be written in. */
  canReplace(row: string, listing: OtherListing): boolean;
  /** Writes another listing in every place that names the row's. */
  replace(row: string, listing: OtherListing): Promise<void>;
}
