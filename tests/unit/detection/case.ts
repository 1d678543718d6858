/**
 * A printed text, and the listings that a careful reader finds in it. `XNAS:MSFT` is a listing, `XPAR:MC@FR0000121014` one
 * beside which its ISIN stands, `TSE?:7203` an ambiguous exchange, `$:TSLA` a cashtag.
 */
export interface Case {
  text: string;
  expected: string[];
  format?: 'markdown' | 'html';
  cashtags?: true;
}

export type CasesByKind = Readonly<Record<string, readonly Case[]>>;

export const plain = (text: string, ...expected: string[]): Case => ({ text, expected });
export const markdown = (text: string, ...expected: string[]): Case => ({
  text,
  expected,
  format: 'markdown',
});
export const html = (text: string, ...expected: string[]): Case => ({ text, expected, format: 'html' });
export const cashtags = (text: string, ...expected: string[]): Case => ({ text, expected, cashtags: true });
/** Texts that name no listing. */
export const nothing = (...texts: string[]): Case[] => texts.map((text) => plain(text));
