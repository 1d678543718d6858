import { EXCHANGES, type Exchange } from './exchanges';

/** An exchange as found in a text. */
export interface PrintedExchange {
  exchange: Exchange;
  /** As printed. */
  printed: string;
  start: number;
  end: number;
  /** Whether the name is also a word, or short: see `Exchange.wary`. */
  wary: boolean;
}

const spaced = (name: string): string =>
  /\s/.test(name) ? name.toLowerCase().replace(/\s+/g, ' ') : name.toLowerCase();

const sure = new Map<string, Exchange>();
const wary = new Map<string, Exchange>();
for (const exchange of EXCHANGES) {
  for (const name of exchange.names) sure.set(spaced(name), exchange);
  for (const name of exchange.wary ?? []) wary.set(name, exchange);
}

const escaped = (name: string): string =>
  name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,3}');

// Longest first, so that "NYSE American" is not read as "NYSE".
const alternatives = [...EXCHANGES.flatMap(({ names, wary: short = [] }) => [...names, ...short])]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');
const NAME = `(?:${alternatives})(?![\\p{L}\\p{N}_])`;

/** A name anywhere; whether it is one of its own is {@link exchangeOf}'s to say. */
export const anyExchange = (): RegExp => new RegExp(NAME, 'giu');
/**
 * What stands before a part of a word, an address, a hashtag or a path. Asked of names that were found: in the pattern
 * itself it would be asked of every character.
 */
const WITHIN = /(?<=[\p{L}\p{N}_@#/\\.=$&-])/uy;
const exchangeHere = new RegExp(NAME, 'iuy');

const named = (printed: string, start: number): PrintedExchange | undefined => {
  const at = { printed, start, end: start + printed.length };
  const known = sure.get(spaced(printed));
  if (known) return { exchange: known, ...at, wary: false };
  const short = wary.get(printed);
  return short && { exchange: short, ...at, wary: true };
};

/**
 * What a match of {@link anyExchange} names; undefined for a part of something longer, and for a word that is spelt
 * like a name but not printed as one.
 */
export const exchangeOf = (match: RegExpExecArray): PrintedExchange | undefined => {
  WITHIN.lastIndex = match.index;
  return WITHIN.test(match.input) ? undefined : named(match[0], match.index);
};

/** The exchange whose name starts at a place, if one does. */
export const exchangeAt = (text: string, at: number): PrintedExchange | undefined => {
  exchangeHere.lastIndex = at;
  const match = exchangeHere.exec(text);
  return match ? named(match[0], at) : undefined;
};
