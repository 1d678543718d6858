import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { INSTRUMENTS } from './sample-article';

/** Letters without vowels, so that no symbol is a word. Detection is stricter with symbols that are words. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** The nth symbol of four letters. */
const symbolOf = (n: number): string =>
  [8_000, 400, 20, 1].map((unit) => LETTERS[Math.floor(n / unit) % LETTERS.length]).join('');

let used = 0;

/** Symbols that no publication of this run has named yet. */
export const newSymbols = (count: number): string[] =>
  Array.from({ length: count }, () => symbolOf((used += 1)));

/**
 * Writes the CSV of the provider `file`, with figures for the instruments of the sample article and for this number of new symbols.
 *
 * @returns its path
 */
export const writeQuotes = async (count: number): Promise<string> => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'quotemark-bench-')), 'quotes.csv');
  const listings = [...INSTRUMENTS, ...Array.from({ length: count }, (_, n) => `XNAS:${symbolOf(n + 1)}`)];
  const rows = listings.map((instrument) => `${instrument},100,1,USD`);
  await writeFile(
    file,
    ['# attribution: Figures of the benchmark.', 'instrument,price,change,currency', ...rows, ''].join('\n'),
  );
  return file;
};
