import type { Exchange } from './exchange';
import { EXCHANGE_TABLE } from './exchange-table';

const split = (text: string | undefined, separator: string): string[] =>
  text ? text.split(separator).filter((part) => part !== '') : [];

const WORDS_THAT_ARE_CODES: ReadonlySet<string> = new Set(['BATS', 'GROW', 'LTSE', 'BIVA']);

/** The codes of ISO 10383 that texts print. A code that begins with X is not a word, so it is accepted like a name. */
const isoCodes = (mics: readonly string[], segments: readonly string[]) => {
  const codes = mics.length === 1 ? [...mics, ...segments] : [];
  return {
    sure: codes.filter((code) => code.startsWith('X') || code === 'BVMF'),
    short: codes.filter((code) => !code.startsWith('X') && !WORDS_THAT_ARE_CODES.has(code)),
  };
};

export const EXCHANGES: readonly Exchange[] = EXCHANGE_TABLE.map(
  ([codes, family, label, names, more = {}]) => {
    const mics = split(codes, ' ');
    const { sure, short } = isoCodes(mics, split(more.segments, ' '));
    return {
      mics,
      family,
      label,
      printed: {
        name: [...split(names, '|'), ...sure],
        code: [...split(more.codes, ' '), ...short],
        word: split(more.words, ' '),
        place: split(more.places, ' ').map((place) => place.replace('+', ' ')),
      },
    };
  },
);

const labels = new Map<string, string>();
for (const { label, mics } of EXCHANGES) {
  const [mic] = mics;
  if (mic && mics.length === 1) labels.set(mic, label);
}

/** The name of an exchange for readers: `XNAS` → `NASDAQ`. Undefined for a market that is not in the table. */
export const exchangeLabel = (mic: string): string | undefined => labels.get(mic);
