/** Another listing that a mention may have meant. */
export interface OtherListing {
  symbol: string;
  /** The exchange as it is printed before the symbol. */
  exchange: string;
  isSameExchange: boolean;
}

/** The actions of the rows in the text of the form. */
export interface TextActs {
  /** The keys of the rows whose mentions the page shows. */
  inText: ReadonlySet<string>;
  /** Scrolls to a mention of a row and selects it. Each further call goes to the next one. */
  goTo(row: string): void;
  /** Whether a mention of the row is in an editable field. */
  canReplace(row: string, listing: OtherListing): boolean;
  /** Writes another listing in place of every mention of the row. */
  replace(row: string, listing: OtherListing): Promise<void>;
}
