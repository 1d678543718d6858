import { acceptsRightContext } from './right-context';
import type { Mention } from '../mention';
import { matchExchange, type ExchangeMatch } from '../exchanges/match-exchange';
import { isIndex, NEVER_LATER, STOP_WORDS } from './stop-words';
import { toCanonicalSymbol } from './canonical-symbol';
import { matchSymbolLength } from './symbol-patterns';
import { matchVendorCode } from './vendor-codes';

/** The conditions for a symbol. They depend on the text before it. */
export interface SymbolRules {
  inBrackets: boolean;
  /** Whether the name of the exchange also means something else. */
  ambiguous: boolean;
  /** Whether the text gives little other evidence of a symbol. Then it must have two characters and be no stop word. */
  strict: boolean;
  /** Whether the end of the bracket, a separator or another exchange must follow. */
  mustClose: boolean;
  /** Whether the symbol follows its exchange without a space: `HKG:0700` is a symbol even if a word follows. */
  adjacent?: boolean;
}

const OPENING = /["']?\$?/y;
const CLOSING = /["']?/y;
const CLOSED = /["']?\s{0,5}(?:[)\]};|/·•→⇒]|,(?!\s?\d)|(?:and|or|et|und|y|&|\+)\s)/y;

export const matchLength = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length;
};

/** Whether there is an ASCII letter or digit at this offset. */
const isWordCharacter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
};

/** The mention of a symbol on an exchange. Its MIC is null if the name may mean several exchanges. */
export const toMention = ({ exchange, printed }: ExchangeMatch, raw: string, start: number): Mention => {
  const [only] = exchange.mics;
  const mic = exchange.mics.length === 1 && only ? only : null;
  return {
    symbol: toCanonicalSymbol(raw, mic ?? undefined, exchange.family),
    mic,
    exchange: printed.replace(/\s+/g, ' '),
    candidates: [...exchange.mics],
    start,
    end: start + raw.length,
  };
};

const BEFORE_LISTING = /\s{1,5}(?:(?:and|et|und|y|&|\+)\s{1,3})?/y;
/** Whether another exchange with its own symbol follows: `(NYSE: ACM TSX: ACM)`, `(HKEX: 700 and NYSE: ACM)`. */
const listingFollows = (text: string, end: number): boolean => {
  const space = matchLength(BEFORE_LISTING, text, end);
  const next = space === undefined ? undefined : matchExchange(text, end + space);
  return next !== undefined && /^\s{0,3}:\s{0,3}["']?\$?[A-Z0-9]/.test(text.slice(next.end, next.end + 10));
};

/**
 * Whether a candidate is the name of another exchange: `(NYSE: NASDAQ)`. The companies ASX and SGX are listed on their own
 * exchanges.
 */
const isExchange = (
  text: string,
  start: number,
  length: number,
  { own, strict }: { own: ExchangeMatch; strict: boolean },
): boolean => {
  const named = matchExchange(text, start);
  return (
    named !== undefined &&
    named.end >= start + length &&
    (strict || named.trust === 'name') &&
    (named.exchange !== own.exchange || own.exchange.mics.length > 1)
  );
};

const isBelieved = (
  text: string,
  start: number,
  length: number,
  printed: ExchangeMatch,
  { inBrackets, ambiguous, strict, mustClose, adjacent = false }: SymbolRules,
): boolean => {
  const end = start + length;
  const { symbol, candidates } = toMention(printed, text.slice(start, end), start);
  if (isIndex(symbol, candidates)) return false;
  // KL1001 in `(AMS: KL1001)` is a flight.
  if (ambiguous && printed.trust === 'word' && /^[A-Z]{2}\d{3,4}$/.test(symbol)) return false;
  // `HKEX: 2024` in a headline is a year. In brackets the text before it decides.
  if (!inBrackets && !adjacent && /^(?:19|20)\d\d$/.test(symbol)) return false;
  // Text before a colon is an exchange or a label, never a symbol.
  if (/^["']?\s{0,5}:/.test(text.slice(end, end + 7))) return false;
  if (strict && (symbol.length < 2 || STOP_WORDS.has(symbol) || NEVER_LATER.test(symbol))) return false;
  if (isExchange(text, start, length, { own: printed, strict })) return false;
  if (!STOP_WORDS.has(symbol) && listingFollows(text, end)) return true;
  if (mustClose && matchLength(CLOSED, text, end) === undefined) return false;
  return acceptsRightContext(text, end, { symbol, inBrackets, ambiguous, adjacent });
};

/**
 * The length of the shorter reading of a candidate: up to a space, or up to a slash that another exchange follows, as in
 * `(NYSE:ACM/TSX:ACM)`.
 */
const shorterAt = (text: string, start: number, longest: number): number => {
  const raw = text.slice(start, start + longest);
  const slash = raw.indexOf('/');
  return slash > 0 && matchExchange(text, start + slash + 1) ? slash : raw.indexOf(' ');
};

/** The mentions of the symbol at this offset, one for each exchange that shares it; undefined if there is none. */
export const matchSymbol = (
  text: string,
  at: number,
  exchanges: readonly ExchangeMatch[],
  rules: SymbolRules,
): { mentions: Mention[]; end: number } | undefined => {
  const start = at + (matchLength(OPENING, text, at) ?? 0);
  const mentions: Mention[] = [];
  let end = start;
  for (const printed of exchanges) {
    const longest = matchSymbolLength(text, start, printed.exchange.family);
    // Most words in capitals are longer than any symbol. This check is cheap, so it comes first.
    if (longest === undefined || isWordCharacter(text, start + longest)) return undefined;
    // "VOLV B" contains a share class, "AAPL U" does not. The shorter reading is tried if the text after the longer one rules it
    // out.
    const short = shorterAt(text, start, longest);
    const accepted = [longest, ...(short > 0 ? [short] : [])].find((length) =>
      isBelieved(text, start, length, printed, rules),
    );
    // "ACM LN" is Bloomberg's notation of ACM in London.
    const suffix = accepted === undefined ? matchVendorCode(text, start + longest, printed.exchange.mics) : 0;
    if (
      suffix === undefined ||
      (suffix > 0 && matchLength(CLOSED, text, start + longest + suffix) === undefined)
    )
      return undefined;
    const length = accepted ?? longest;
    mentions.push(toMention(printed, text.slice(start, start + length), start));
    end = Math.max(end, start + length + suffix);
  }
  return { mentions, end: end + (matchLength(CLOSING, text, end) ?? 0) };
};
