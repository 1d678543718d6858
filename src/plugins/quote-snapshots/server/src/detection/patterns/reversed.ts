import type { Mention } from '../mention';
import { AND, GAP, KEYWORD } from './phrases';
import { matchExchange, type ExchangeMatch } from '../exchanges/match-exchange';
import { ISIN_ITEM, SEGMENT, stickyPattern } from './separators';
import { matchLength, toMention } from '../symbols/match-symbol';
import { NEVER_SYMBOLS, STOP_WORDS } from '../symbols/stop-words';
import { matchSymbolLength } from '../symbols/symbol-patterns';

const WKN_ITEM = 'WKN_:?_[A-Z0-9]{6}';
const OPENING = stickyPattern(
  `[(\\[]_(?:(?:${ISIN_ITEM}|${WKN_ITEM})_[;,/|\\u2013-]_){0,3}(?:(?:${KEYWORD})_:?_)?["']?\\$?`,
);
const SYMBOL = /[A-Z0-9][A-Z0-9./]{0,11}(?:-[A-Z]{1,2}(?=["']?\s{0,3}[:\u2013-]))?(?![A-Za-z0-9])/y;
const TO_EXCHANGE = stickyPattern(
  `["']?(?:_[:\\u2013-]_(?:${SEGMENT} (?:d'|de |of )?)?|_ (?:on|at) (?:the )?)`,
);
/** Separates the symbol from its exchange if the bracket contains a single pair. A label may come before the exchange. */
const COMMA = stickyPattern(
  `["']?_[,;]_(?:${ISIN_ITEM}_[,;]_)?(?:(?:exchange|market|listed on|listing|börse|handelsplatz|bourse|marché|place de cotation|bolsa|mercado)_:?_)?`,
);
const LABEL = new RegExp(`(?:${KEYWORD})\\s?:\\s{0,2}$`, 'iu');
/** The same after a label: `(Ticker: ALACM / Euronext Growth Paris)`. */
const MARK = stickyPattern(`_[/|]_`);
const SHARED = stickyPattern(`_(?:[,/&]|\\band\\b)_`);
const NEXT_PAIR = stickyPattern(`_${AND}_["']?\\$?`);
const CLOSING = new RegExp(`${GAP}["']?${GAP}[)\\]]`, 'y');
/** No bracket has more pairs. */
const MOST = 12;

const isBelieved = (symbol: string, raw: string, exchange: ExchangeMatch): boolean =>
  matchSymbolLength(raw, 0, exchange.exchange.family) === raw.length &&
  !STOP_WORDS.has(symbol) &&
  !NEVER_SYMBOLS.has(symbol) &&
  (exchange.trust === 'name' || symbol.length >= 2);

/**
 * Brackets that contain only symbols with their exchanges after them: `(MSFT: NASDAQ)`, `(RIO: LSE, ASX)`, `[ACM-TSXV;
 * ACMF-OTCQB]`, `(ticker: ACM, NYSE)`.
 *
 * @param open the offset at which the bracket opens
 * @returns undefined if the bracket contains anything else
 */
export const matchReversedPairs = (
  text: string,
  open: number,
): { mentions: Mention[]; end: number } | undefined => {
  let at = open + (matchLength(OPENING, text, open) ?? 0);
  if (at === open) return undefined;
  const labelled = LABEL.test(text.slice(open, at));
  const mentions: Mention[] = [];
  for (let pairs = 0; pairs < MOST; pairs += 1) {
    const start = at;
    const length = matchLength(SYMBOL, text, start);
    if (length === undefined || matchExchange(text, start)) return undefined;
    const raw = text.slice(start, start + length);
    const link = matchLength(TO_EXCHANGE, text, start + length);
    const comma =
      link === undefined
        ? (matchLength(COMMA, text, start + length) ??
          (labelled ? matchLength(MARK, text, start + length) : undefined))
        : undefined;
    const gap = link ?? comma;
    if (gap === undefined || (comma !== undefined && pairs > 0)) return undefined;
    at = start + length + gap;
    let exchange = matchExchange(text, at);
    if (!exchange) return undefined;
    while (exchange) {
      const mention = toMention(exchange, raw, start);
      if (!isBelieved(mention.symbol, raw, exchange)) return undefined;
      mentions.push(mention);
      at = exchange.end;
      const shared: number | undefined = matchLength(SHARED, text, at);
      exchange = shared === undefined ? undefined : matchExchange(text, at + shared);
    }
    if (matchLength(CLOSING, text, at) !== undefined) return { mentions, end: at };
    const next = comma === undefined ? matchLength(NEXT_PAIR, text, at) : undefined;
    if (next === undefined) return undefined;
    at += next;
  }
  return undefined;
};
