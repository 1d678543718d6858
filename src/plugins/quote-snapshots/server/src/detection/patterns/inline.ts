import type { ExchangeMatch } from '../exchanges/match-exchange';
import { matchLength } from '../symbols/match-symbol';
import { matchExchangeList, matchSymbolList, type Match } from './lists';
import { COMPANY_END } from './phrases';
import { COLON_ON_LINE } from './separators';

const SLASH = /\//y;

/**
 * Whether a name outside of brackets means the exchange: `LON:ACM`, `Acme plc, LSE: ACM`, or a listing alone on a line or in a
 * table cell.
 */
const isBelievedInline = (
  text: string,
  { start, trust }: ExchangeMatch,
  colon: string,
  symbol: number,
): boolean => {
  if (trust === 'name') return true;
  const before = text.slice(Math.max(0, start - 24), start);
  if (COMPANY_END.test(before)) return trust !== 'place';
  if (trust !== 'code') return false;
  if (!/\s/.test(colon)) return true;
  const lineBefore = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('|')) + 1);
  const startsLine = before.length < 24 || /[\n|]/.test(before);
  return (
    startsLine &&
    lineBefore.trim() === '' &&
    /^[A-Z0-9.]{2,8}[ \t]{0,5}(?:[|\n]|$)/.test(text.slice(symbol, symbol + 14))
  );
};

/**
 * The listing after the name of an exchange outside of brackets.
 * The listing that follows the name of an exchange outside of brackets.
 *
 * @param continues whether the name comes directly after another listing
 */
export const matchInline = (text: string, first: ExchangeMatch, continues: boolean): Match | undefined => {
  const exchanges = matchExchangeList(text, first, SLASH);
  const end = exchanges.at(-1)?.end ?? first.end;
  const gap = matchLength(COLON_ON_LINE, text, end);
  if (gap === undefined) return undefined;
  const colon = text.slice(end, end + gap);
  const believed = (exchange: ExchangeMatch): boolean =>
    (continues && exchange.trust !== 'place') || isBelievedInline(text, exchange, colon, end + gap);
  if (!exchanges.every(believed)) return undefined;
  const strict = exchanges.some(({ trust }) => trust !== 'name');
  const adjacent = strict && !/\s/.test(colon);
  return matchSymbolList(text, end + gap, exchanges, {
    inBrackets: false,
    ambiguous: false,
    strict,
    mustClose: false,
    adjacent,
  });
};
