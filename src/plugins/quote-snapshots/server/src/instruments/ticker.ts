/** The plugin's data about a ticker of the newsroom. */
export interface Ticker {
  id: number;
  documentId: string;
  mic: string;
  symbol: string;
  /** The exchange as readers see it. */
  exchange: string | null;
  name: string | null;
  /** ISO 4217. */
  currency: string | null;
  /** ISO 6166; null if the newsroom does not state it. */
  isin: string | null;
  /** False for a delisted ticker, which never resolves an ambiguous mention. */
  listed: boolean;
  /** The documentId of the company whose share it is. */
  company: string | null;
}
