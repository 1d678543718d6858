/** A place in a text that names a listing: a share on an exchange. */
export interface Mention {
  /** Canonical: upper case, class separator a dot (`BRK.B`). */
  symbol: string;
  /** ISO 10383 market identifier code; null for a cashtag, and where the printed exchange may mean several. */
  mic: string | null;
  /** The exchange as printed; null for a cashtag. */
  exchange: string | null;
  /** The MICs that the printed exchange may mean: one where `mic` is set, none for a cashtag. */
  candidates: string[];
  /** ISO 6166: the ISIN that stands beside the listing, if its check digit is right. */
  isin?: string;
  /** Where the symbol stands in the text as given, in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
}

export type TextFormat = 'plain' | 'markdown' | 'html';

export interface FindOptions {
  /** How the text is marked up; `plain` where absent. */
  format?: TextFormat;
  /** Whether `$TSLA` is a mention; false where absent. */
  cashtags?: boolean;
}
