import { bracketsOf } from './brackets';
import { endsLikeSymbol } from './follows';
import type { Mention } from './mention';
import { anyExchange, exchangeAt, exchangeOf, type PrintedExchange } from './printed-exchange';
import { NEVER_SYMBOLS, SHOUTED } from './shouting';
import { canonicalAs, symbolLengthAt } from './symbols';

/** White space within a mention: it may run over a line's end, never over a blank line. */
const GAP = ' {0,5}\\n? {0,5}';
const sticky = (pattern: string): RegExp => new RegExp(pattern.replaceAll('_', GAP), 'iy');

/** Between exchange and symbol: a colon, perhaps after the word "symbol" or "ticker". */
const COLON = sticky('_(?:stock )?(?:ticker|trading)?(?: {0,3}(?:symbols?|code))?_:_');
/** The same without a line break, for text outside of brackets: a colon at a line's end heads a list. */
const COLON_ON_LINE = / {0,5}(?:stock )?(?:ticker|trading)?(?: {0,3}(?:symbols?|code))? {0,5}: {0,5}/iy;
/** "under the symbol" between exchange and symbol, in brackets. */
const UNDER_SYMBOL = sticky('_(?:, {0,3})?under the (?:ticker )?symbols?_(?=["\'])');
const SPACE = sticky('(?= |\\n)_');
const OPENING = /["']?\$?/y;
const CLOSING = /["']?/y;
/** Between exchanges that share a symbol, and between symbols that share an exchange. */
const AND = sticky('_(?:[,/|+&]|\\band\\b|\\bor\\b)_(?:and )?_');
const SLASH = /\//y;
/** Between one listing and the next. */
const NEXT_LISTING = sticky('_(?:[;,/|&]|\\band\\b|\\bor\\b)?_(?:and |also )?_');
const BEFORE_REVERSED = /[([]\s{0,5}["']?\$?([A-Z0-9][A-Z0-9.\-/]{0,11})["']?\s{0,5}[:,;\u2013-]\s{0,5}$/;
const AFTER_REVERSED = sticky('_["\']?_[\\])]');

/** More listings than any bracket holds; what follows is read anew. */
const MOST_IN_ONE_BRACKET = 50;

/**
 * More names of exchanges than any article prints: a text of nothing else is not read to its end, so that it costs no
 * more than prose of its length.
 */
const MOST_NAMES = 10_000;

type Found = Omit<Mention, 'start' | 'end'> & { start: number; end: number };

/** Whether a letter or digit of ASCII stands at a place. */
const isWordCharacter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
};

const lengthAt = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length;
};

/** The mention of one symbol on one exchange; the MIC stays open where the name may mean several. */
const mentionOf = ({ exchange, printed }: PrintedExchange, raw: string, start: number): Found => {
  const [only] = exchange.mics;
  const mic = exchange.mics.length === 1 && only ? only : null;
  return {
    symbol: canonicalAs(raw, mic ?? undefined, exchange.family),
    mic,
    exchange: printed.replace(/\s+/g, ' '),
    candidates: [...exchange.mics],
    start,
    end: start + raw.length,
  };
};

/** The symbol at a place, for each of the exchanges that share it; undefined where there is none. */
const symbolAt = (
  text: string,
  at: number,
  exchanges: readonly PrintedExchange[],
  { inBrackets, strict }: { inBrackets: boolean; strict: boolean },
): { mentions: Found[]; end: number } | undefined => {
  const start = at + (lengthAt(OPENING, text, at) ?? 0);
  const mentions: Found[] = [];
  let end = start;
  for (const printed of exchanges) {
    const longest = symbolLengthAt(text, start, printed.exchange.family);
    // Most words of capitals are longer than a symbol: told apart before anything dearer is done.
    if (longest === undefined || isWordCharacter(text, start + longest)) return undefined;
    // "VOLV B" may be a share class; "AAPL U" may not: the shorter reading is tried where the longer does not end well.
    const short = text.slice(start, start + longest).search(/ /);
    const accepted = [longest, ...(short > 0 ? [short] : [])].find((length) => {
      const { symbol } = mentionOf(printed, text.slice(start, start + length), start);
      const judged = { symbol, inBrackets, wary: printed.wary };
      if (!endsLikeSymbol(text, start + length, judged)) return false;
      return !strict || (symbol.length >= 2 && !SHOUTED.has(symbol));
    });
    if (accepted === undefined) return undefined;
    mentions.push(mentionOf(printed, text.slice(start, start + accepted), start));
    end = Math.max(end, start + accepted);
  }
  return { mentions, end: end + (lengthAt(CLOSING, text, end) ?? 0) };
};

/** Exchanges that share what follows: `TSX/NYSE`, and in brackets `NYSE and TSX`, `NYSE, LSE & ASX`. */
const exchangesFrom = (text: string, first: PrintedExchange, inBrackets: boolean): PrintedExchange[] => {
  const exchanges = [first];
  for (let last = first; exchanges.length < 6; ) {
    const gap = lengthAt(inBrackets ? AND : SLASH, text, last.end);
    const next = gap === undefined ? undefined : exchangeAt(text, last.end + gap);
    if (!next) break;
    exchanges.push(next);
    last = next;
  }
  return exchanges;
};

/** `(MSFT: NASDAQ)`, `(RIO: LSE, ASX)`: nothing else in the brackets. */
const reversed = (text: string, exchanges: readonly PrintedExchange[]): Found[] => {
  const [first] = exchanges;
  const last = exchanges.at(-1);
  if (!first || !last || lengthAt(AFTER_REVERSED, text, last.end) === undefined) return [];
  const before = text.slice(Math.max(0, first.start - 30), first.start);
  const printed = BEFORE_REVERSED.exec(before)?.[1];
  if (printed === undefined) return [];
  const start = first.start - before.length + before.lastIndexOf(printed);
  if (exchangeAt(text, start)) return [];
  const mentions = exchanges.map((exchange) => mentionOf(exchange, printed, start));
  const believed = exchanges.every(({ exchange }, index) => {
    const symbol = mentions[index]?.symbol ?? '';
    const whole = symbolLengthAt(text, start, exchange.family) === printed.length;
    return whole && !SHOUTED.has(symbol) && !NEVER_SYMBOLS.has(symbol);
  });
  return believed ? mentions : [];
};

/** The listings of one exchange, or of several that share a symbol; `end` is where reading goes on. */
const listingsFrom = (
  text: string,
  first: PrintedExchange,
  inBrackets: boolean,
): { mentions: Found[]; end: number } => {
  const exchanges = exchangesFrom(text, first, inBrackets);
  const lastEnd = exchanges.at(-1)?.end ?? first.end;
  const colon =
    lengthAt(inBrackets ? COLON : COLON_ON_LINE, text, lastEnd) ??
    (inBrackets ? lengthAt(UNDER_SYMBOL, text, lastEnd) : undefined);
  if (colon === undefined) {
    const turned = inBrackets ? reversed(text, exchanges) : [];
    if (turned.length > 0) return { mentions: turned, end: lastEnd };
    // `(NASDAQ MSFT)`: nothing else in the brackets, and nothing that could be a word.
    const gap = lengthAt(SPACE, text, lastEnd);
    const alone =
      inBrackets &&
      !first.wary &&
      gap !== undefined &&
      /[([]\s*$/.test(text.slice(first.start - 5, first.start));
    const bare = alone ? symbolAt(text, lastEnd + gap, exchanges, { inBrackets, strict: true }) : undefined;
    const closes = bare && /^\s{0,5}[\])]/.test(text.slice(bare.end, bare.end + 6));
    return bare && closes && !exchangeAt(text, lastEnd + (gap ?? 0))
      ? bare
      : { mentions: [], end: first.end };
  }
  // A name that is a word too is believed in brackets only.
  if (!inBrackets && exchanges.some(({ wary }) => wary)) return { mentions: [], end: lastEnd };

  const mentions: Found[] = [];
  let end = lastEnd;
  let at = lastEnd + colon;
  while (mentions.length < MOST_IN_ONE_BRACKET) {
    const later = mentions.length > 0;
    if (exchangeAt(text, at) && later) break;
    const found = symbolAt(text, at, exchanges, { inBrackets, strict: later });
    if (!found) break;
    mentions.push(...found.mentions);
    end = found.end;
    // Outside of brackets a list goes on to other exchanges' shares: only its first symbol is surely this one's.
    const gap = inBrackets ? lengthAt(AND, text, end) : undefined;
    if (gap === undefined) break;
    at = end + gap;
  }
  return { mentions, end };
};

/** Every place of a reading that names a listing on an exchange, in order. Offsets are the reading's. */
export const scanExchanges = (text: string): Found[] => {
  const mentions: Found[] = [];
  const pattern = anyExchange();
  const isInBrackets = bracketsOf(text);
  let names = 0;
  for (let match = pattern.exec(text); match && names < MOST_NAMES; match = pattern.exec(text)) {
    names += 1;
    let current = exchangeOf(match);
    const inBrackets = isInBrackets(match.index);
    while (current) {
      const found = listingsFrom(text, current, inBrackets);
      mentions.push(...found.mentions);
      pattern.lastIndex = Math.max(pattern.lastIndex, found.end);
      if (found.mentions.length === 0 || !inBrackets) break;
      const gap = lengthAt(NEXT_LISTING, text, found.end) ?? 0;
      current = exchangeAt(text, found.end + gap);
    }
  }
  return mentions;
};
