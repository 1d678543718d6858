import type { Mention } from '../mention';
import { PLURAL } from './phrases';
import { matchExchange, exchangeFinder, type ExchangeMatch } from '../exchanges/match-exchange';
import {
  AFTER_CALLED,
  CALLED,
  LISTING_VERB,
  NEXT,
  ON_ANOTHER,
  OPENING,
  QUOTED_BEFORE,
  RESPECTIVELY,
  TO_BARE,
  TO_QUOTED,
  TO_SYMBOL,
  TRADES_AS,
  WINDOW,
} from './prose-patterns';
import { matchLength, toMention } from '../symbols/match-symbol';
import { NEVER_SYMBOLS, STOP_WORDS } from '../symbols/stop-words';
import { matchSymbolLength } from '../symbols/symbol-patterns';

interface ProseSymbol {
  raw: string;
  start: number;
  end: number;
  quoted: boolean;
}

/** The symbol at an offset in a sentence, by the pattern of the exchange's family. */
const matchProseSymbol = (text: string, at: number, { exchange }: ExchangeMatch): ProseSymbol | undefined => {
  const opening = matchLength(OPENING, text, at) ?? 0;
  const start = at + opening;
  const quoted = opening > 0 && text[at] !== '$';
  const longest = matchSymbolLength(text, start, exchange.family);
  if (longest === undefined) return undefined;
  const named = matchExchange(text, start);
  if (named && named.exchange !== exchange && named.trust === 'name') return undefined;
  const lengths = [longest, text.slice(start, start + longest).search(/ /)].filter((length) => length > 0);
  const length = lengths.find((one) => {
    const after = text.slice(start + one, start + one + 3);
    const raw = text.slice(start, start + one);
    if (NEVER_SYMBOLS.has(raw) || /^(?:[\p{L}\p{N}_$%&@:\uE000-]|\.[\p{L}\p{N}])/u.test(after)) return false;
    if (quoted) return /^(?:[.,]| )?["']/.test(after);
    return !STOP_WORDS.has(raw) && (raw.length > 1 || /^(?:[.,;)]|$)/.test(after));
  });
  if (length === undefined) return undefined;
  return { raw: text.slice(start, start + length), start, end: start + length, quoted };
};

/** Whether a part of a sentence names another exchange. A name in brackets is an abbreviation of the one before it. */
const mentionsExchange = (between: string): boolean =>
  exchangeFinder(between.replace(/\([^)]{0,90}\)/g, ' '), () => false)(0) !== undefined;

const matchSymbolList = (
  text: string,
  at: number,
  exchange: ExchangeMatch,
  plural: boolean,
): ProseSymbol[] => {
  const first = matchProseSymbol(text, at, exchange);
  const symbols = first ? [first] : [];
  for (let last = first; last && symbols.length < 8; ) {
    const gap = matchLength(NEXT, text, last.end);
    const next = gap === undefined ? undefined : matchProseSymbol(text, last.end + gap, exchange);
    if (!next || !(next.quoted || plural) || matchExchange(text, next.start)) break;
    const on = matchLength(ON_ANOTHER, text, next.end);
    if (on !== undefined && matchExchange(text, next.end + on)) break;
    symbols.push(next);
    last = next;
  }
  return symbols;
};

/**
 * Combines the exchanges and symbols of a sentence: every exchange with every symbol, or in pairs if the sentence says
 * "respectively".
 */
const pairSymbols = (
  exchanges: readonly ExchangeMatch[],
  symbols: readonly ProseSymbol[],
  respectively: boolean,
): Mention[] => {
  if (exchanges.length > 1 && symbols.length > 1) {
    if (!respectively || exchanges.length !== symbols.length) return [];
    return exchanges.flatMap((exchange, index) => {
      const symbol = symbols[index];
      return symbol ? [toMention(exchange, symbol.raw, symbol.start)] : [];
    });
  }
  return symbols.flatMap(({ raw, start }) => exchanges.map((exchange) => toMention(exchange, raw, start)));
};

const matchLead = (text: string, start: number, end: number): { at: number; plural: boolean } | undefined => {
  const window = text.slice(end, end + WINDOW);
  const patterns = [TO_SYMBOL, TO_QUOTED];
  if (LISTING_VERB.test(text.slice(Math.max(0, start - 40), start))) patterns.push(TO_BARE);
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    const match = pattern.exec(window);
    if (match && !mentionsExchange(match.groups?.between ?? ''))
      return { at: end + match[0].length, plural: PLURAL.test(match[0]) };
  }
  return undefined;
};

/** "on the NYSE and the TSX under the symbol “ACM”", "cotiza en Nasdaq con el ticker ACM". */
const matchSymbolsAfter = (
  text: string,
  exchanges: readonly ExchangeMatch[],
): { mentions: Mention[]; end: number } | undefined => {
  const [first] = exchanges;
  const last = exchanges.at(-1);
  const link = first && last && matchLead(text, first.start, last.end);
  if (!last || !link) return undefined;
  const symbols = matchSymbolList(text, link.at, last, link.plural);
  const end = symbols.at(-1)?.end;
  if (end === undefined) return undefined;
  const mentions = pairSymbols(exchanges, symbols, matchLength(RESPECTIVELY, text, end) !== undefined);
  return mentions.length > 0 ? { mentions, end } : undefined;
};

/** The last symbol before an exchange, if only a preposition is between them. */
const lastSymbolIn = (
  before: string,
): { raw: string; at: number; quoted: boolean; opens: boolean } | undefined => {
  for (const pattern of [QUOTED_BEFORE, TRADES_AS]) {
    const match = pattern.exec(before);
    const raw = match?.groups?.symbol;
    if (match && raw)
      return {
        raw,
        at: match.index + match[0].search(/(?<=["'\s$])[A-Z0-9]/),
        quoted: pattern === QUOTED_BEFORE,
        opens: false,
      };
  }
  for (const called of before.matchAll(CALLED)) {
    AFTER_CALLED.lastIndex = called.index + called[0].length;
    const found = AFTER_CALLED.exec(before);
    const { symbol, bare, filler = '' } = found?.groups ?? {};
    const raw = symbol ?? bare;
    if (!found || !raw || /\b(?:and|y|et|und)\b/.test(filler)) continue;
    return {
      raw,
      at: found.index + (bare ? found[0].lastIndexOf(bare) : 0),
      quoted: /["'] ?$/.test(called[0]),
      opens: bare !== undefined,
    };
  }
  return undefined;
};

/** "under the symbol “ACM” on the NYSE", "trades as “ACM” on Nasdaq". */
const matchSymbolBefore = (
  text: string,
  exchanges: readonly ExchangeMatch[],
): { mentions: Mention[]; end: number } | undefined => {
  const [first] = exchanges;
  const last = exchanges.at(-1);
  if (!first || !last) return undefined;
  const from = Math.max(0, first.start - 120);
  const before = text.slice(from, first.start);
  const match = lastSymbolIn(before);
  if (!match || matchExchange(text, from + match.at)) return undefined;
  const { raw, quoted, opens } = match;
  // "Ticker: ACM (Nasdaq)": the bracket must contain nothing else.
  if (opens && !/^\s?\)/.test(text.slice(last.end, last.end + 2))) return undefined;
  const start = from + match.at;
  const fits = exchanges.every(
    ({ exchange }) => matchSymbolLength(text, start, exchange.family) === raw.length,
  );
  if (!fits || NEVER_SYMBOLS.has(raw) || (STOP_WORDS.has(raw) && !quoted)) return undefined;
  return { mentions: exchanges.map((exchange) => toMention(exchange, raw, start)), end: last.end };
};

/** The listings in a sentence that has the symbol in words before or after the exchange. */
export const matchProse = (text: string, exchanges: readonly ExchangeMatch[]) =>
  matchSymbolsAfter(text, exchanges) ?? matchSymbolBefore(text, exchanges);
