/** A place in a text that names a listing. */
export interface Mention {
  /** Canonical: upper case, class separator a dot (`BRK.B`). */
  symbol: string;
  /** ISO 10383; null for a cashtag, or where the printed exchange may mean several. */
  mic: string | null;
  /** The exchange as printed; null for a cashtag. */
  exchange: string | null;
  /** The MICs that the printed exchange may mean; one where `mic` is set, none for a cashtag. */
  candidates: string[];
  /** ISO 6166, where one whose check digit fits stands beside the listing. */
  isin?: string;
  /** Where the symbol stands in the text as given: UTF-16 offsets, `end` exclusive. */
  start: number;
  end: number;
}

export type TextFormat = 'plain' | 'markdown' | 'html';

export interface FindOptions {
  /** How the text is marked up; `plain` where absent. */
  format?: TextFormat;
  /** Whether `$TSLA` is a mention; off where absent. */
  cashtags?: boolean;
}
