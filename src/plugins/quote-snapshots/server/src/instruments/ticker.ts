/** What capture needs to know of a ticker of the newsroom. */
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
  /** False once delisted: such a ticker settles no ambiguous mention. */
  listed: boolean;
  /** The documentId of the company that it is a share of. */
  company: string | null;
}
