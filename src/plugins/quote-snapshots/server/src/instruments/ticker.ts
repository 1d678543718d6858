/** What the plugin knows of a ticker of the newsroom. */
export interface Ticker {
  id: number;
  documentId: string;
  mic: string;
  symbol: string;
  /** The exchange as printed to readers. */
  exchange: string | null;
  name: string | null;
  /** ISO 4217. */
  currency: string | null;
  /** ISO 6166, where the newsroom states it. */
  isin: string | null;
  /** False for a delisted ticker, which decides no ambiguous mention. */
  listed: boolean;
  /** The documentId of the company whose share it is. */
  company: string | null;
}
