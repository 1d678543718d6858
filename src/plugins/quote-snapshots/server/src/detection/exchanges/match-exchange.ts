import type { Exchange, Trust } from './exchange';
import { EXCHANGES } from './exchanges';

/** The name of an exchange at an offset in a text. */
export interface ExchangeMatch {
  exchange: Exchange;
  /** The name as printed. */
  printed: string;
  start: number;
  end: number;
  trust: Trust;
}

type Known = Pick<ExchangeMatch, 'exchange' | 'trust'>;

/** The key of a name: lower case, with one space between words, whatever separates them in print. */
const spaced = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, ' ');

const names = new Map<string, Known>();
/** Codes, words and places, which are matched only in this spelling. */
const exact = new Map<string, Known>();
/** The remaining words of names, by the first word of the name in lower case. */
const rests = new Map<string, Set<string>>();

const firstWordOf = (name: string): string => /^[\p{L}\p{N}]+/u.exec(name)?.[0] ?? '';

for (const exchange of EXCHANGES) {
  for (const trust of ['name', 'code', 'word', 'place'] as const)
    for (const name of exchange.printed[trust]) {
      if (trust === 'name') names.set(spaced(name), { exchange, trust });
      else exact.set(name, { exchange, trust });
      const first = firstWordOf(name);
      const known = rests.get(first.toLowerCase()) ?? new Set();
      rests.set(first.toLowerCase(), known.add(name.slice(first.length)));
    }
}

const escaped = (name: string): string =>
  name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[\\s-]{1,3}');

/**
 * For each first word, one pattern for the remaining words. Longer names come first, so that "NYSE American" is not matched as
 * "NYSE".
 */
const patterns: ReadonlyMap<string, RegExp> = new Map(
  [...rests].map(([first, some]) => {
    const longestFirst = [...some].sort((a, b) => b.length - a.length).map(escaped);
    return [first, new RegExp(`(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'iuy')];
  }),
);
const LONGEST_FIRST_WORD = Math.max(...[...patterns.keys()].map(({ length }) => length));

/** Whether a UTF-16 code unit is a letter or digit. It is a table, because it is used for every character of a text. */
const OF_WORD = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);
const isOfWord = (text: string, at: number): boolean => OF_WORD[text.charCodeAt(at)] === 1;

const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isOfWord(text, end)) end += 1;
  return end;
};

const named = (text: string, start: number, firstEnd: number): ExchangeMatch | undefined => {
  if (firstEnd === start || firstEnd - start > LONGEST_FIRST_WORD) return undefined;
  const pattern = patterns.get(text.slice(start, firstEnd).toLowerCase());
  if (!pattern) return undefined;
  pattern.lastIndex = firstEnd;
  const rest = pattern.exec(text);
  if (!rest) return undefined;
  const end = firstEnd + rest[0].length;
  const printed = text.slice(start, end);
  const known = exact.get(printed) ?? names.get(spaced(printed));
  return known && { ...known, printed, start, end };
};

/** The exchange whose name starts at this offset, if there is one. */
export const matchExchange = (text: string, at: number): ExchangeMatch | undefined => {
  let end = at;
  while (end - at <= LONGEST_FIRST_WORD && isOfWord(text, end)) end += 1;
  return named(text, at, end);
};

/** A name after one of these characters is part of a word, an address, a hashtag or a path. */
const WITHIN = new Set('_@#/\\.=$&-~?%');
/** The exception: a symbol that is joined to its exchange, as in `[ACM-TSXV]` and `TSXV:ACM/OTCQB:ACMF`. */
const JOINED = /[A-Z0-9)][-/]$/;

const isJoined = (text: string, at: number): boolean => JOINED.test(text.slice(Math.max(0, at - 2), at));

/**
 * Finds the names of exchanges in a text, one after the other. It reads each character once.
 *
 * @param isInBrackets whether an offset is in brackets, where a name may be joined to a symbol
 * @returns a function that returns the first name at or after an offset and after all names that it returned before
 */
export const exchangeFinder = (text: string, isInBrackets: (at: number) => boolean) => {
  let read = 0;
  return (from: number): ExchangeMatch | undefined => {
    if (from > read) read = from > 0 && isOfWord(text, from - 1) ? wordEnd(text, from) : from;
    while (read < text.length) {
      if (!isOfWord(text, read)) {
        read += 1;
        continue;
      }
      const start = read;
      read = wordEnd(text, start);
      if (WITHIN.has(text[start - 1] ?? '') && !(isJoined(text, start) && isInBrackets(start))) continue;
      const found = named(text, start, read);
      if (!found) continue;
      read = Math.max(read, found.end);
      return found;
    }
    return undefined;
  };
};
