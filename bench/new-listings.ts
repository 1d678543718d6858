import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { INSTRUMENTS } from './sample-article';

/** Without vowels, so that no symbol is a word, which detection would ask more of. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** The nth symbol of four letters. */
const symbolOf = (n: number): string =>
  [8_000, 400, 20, 1].map((unit) => LETTERS[Math.floor(n / unit) % LETTERS.length]).join('');

let used = 0;

/** Symbols that no publication of this run has named. */
export const newSymbols = (count: number): string[] =>
  Array.from({ length: count }, () => symbolOf((used += 1)));

/** Writes the file of the provider `file`, with a figure of each instrument of the sample article, and of so many symbols. @returns its path */
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
