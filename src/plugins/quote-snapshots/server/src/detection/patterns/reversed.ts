import { AND, GAP, KEYWORD } from './phrases';
import { exchangeAt, type PrintedExchange } from '../exchanges/match-exchange';
import { ISIN_ITEM, sticky } from './separators';
import { lengthAt, mentionOf, type Found } from '../symbols/match-symbol';
import { NEVER_SYMBOLS, SHOUTED } from '../symbols/stop-words';
import { symbolLengthAt } from '../symbols/symbol-patterns';

const OPENING = sticky(`[(\\[]_(?:${ISIN_ITEM}_[;,/\\u2013-]_)?(?:(?:${KEYWORD})_:?_)?["']?\\$?`);
const SYMBOL = /[A-Z0-9][A-Z0-9./]{0,11}(?:-[A-Z]{1,2}(?=["']?\s{0,3}[:\u2013-]))?(?![A-Za-z0-9])/y;
const TO_EXCHANGE = sticky(`["']?(?:_[:\\u2013-]_|_ (?:on|at) (?:the )?)`);
/** Believed where nothing but one pair is in the brackets; `Exchange:` may stand before the name. */
const COMMA = sticky(`["']?_[,;]_(?:(?:exchange|market|listed on|listing)_:?_)?`);
const SHARED = sticky(`_(?:[,/&]|\\band\\b)_`);
const NEXT_PAIR = sticky(`_${AND}_["']?\\$?`);
const CLOSING = new RegExp(`${GAP}["']?${GAP}[)\\]]`, 'y');
/** More pairs than any bracket holds. */
const MOST = 12;

const isBelieved = (symbol: string, raw: string, exchange: PrintedExchange): boolean =>
  symbolLengthAt(raw, 0, exchange.exchange.family) === raw.length &&
  !SHOUTED.has(symbol) &&
  !NEVER_SYMBOLS.has(symbol) &&
  (exchange.trust === 'name' || symbol.length >= 2);

/**
 * Brackets that hold nothing but symbols with their exchanges behind them: `(MSFT: NASDAQ)`, `(RIO: LSE, ASX)`,
 * `[ACM-TSXV; ACMF-OTCQB]`, `(ticker: ACM, NYSE)`.
 *
 * @param open where the bracket opens
 * @returns undefined where they hold anything else
 */
export const reversedPairs = (text: string, open: number): { mentions: Found[]; end: number } | undefined => {
  let at = open + (lengthAt(OPENING, text, open) ?? 0);
  if (at === open) return undefined;
  const mentions: Found[] = [];
  for (let pairs = 0; pairs < MOST; pairs += 1) {
    const start = at;
    const length = lengthAt(SYMBOL, text, start);
    if (length === undefined || exchangeAt(text, start)) return undefined;
    const raw = text.slice(start, start + length);
    const link = lengthAt(TO_EXCHANGE, text, start + length);
    const comma = link === undefined ? lengthAt(COMMA, text, start + length) : undefined;
    const gap = link ?? comma;
    if (gap === undefined || (comma !== undefined && pairs > 0)) return undefined;
    at = start + length + gap;
    let exchange = exchangeAt(text, at);
    if (!exchange) return undefined;
    while (exchange) {
      const mention = mentionOf(exchange, raw, start);
      if (!isBelieved(mention.symbol, raw, exchange)) return undefined;
      mentions.push(mention);
      at = exchange.end;
      const shared: number | undefined = lengthAt(SHARED, text, at);
      exchange = shared === undefined ? undefined : exchangeAt(text, at + shared);
    }
    if (lengthAt(CLOSING, text, at) !== undefined) return { mentions, end: at };
    const next = comma === undefined ? lengthAt(NEXT_PAIR, text, at) : undefined;
    if (next === undefined) return undefined;
    at += next;
  }
  return undefined;
};
