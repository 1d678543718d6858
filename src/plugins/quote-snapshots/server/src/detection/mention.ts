/** A place in a text that names a listing: a share on an exchange. */
export interface Mention {
  /** In canonical form: upper case, with a dot before the share class (`BRK.B`). */
  symbol: string;
  /** ISO 10383 market identifier code; null for a cashtag, and if the printed exchange may mean several. */
  mic: string | null;
  /** The exchange as printed; null for a cashtag. */
  exchange: string | null;
  /** The MICs that the printed exchange may mean: one if `mic` is set, none for a cashtag. */
  candidates: string[];
  /** The ISIN (ISO 6166) beside the listing, if its check digit is right. */
  isin?: string;
  /** The offsets of the symbol in the original text, in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
}

export type TextFormat = 'plain' | 'markdown' | 'html';

export interface FindOptions {
  /** The markup of the text; `plain` if absent. */
  format?: TextFormat;
  /** Whether `$TSLA` counts as a mention; false if absent. */
  cashtags?: boolean;
}
