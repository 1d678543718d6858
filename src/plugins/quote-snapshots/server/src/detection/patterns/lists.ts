import { matchExchange, type ExchangeMatch } from '../exchanges/match-exchange';
import type { Mention } from '../mention';
import { matchLength, matchSymbol, type SymbolRules } from '../symbols/match-symbol';
import { AND } from './phrases';
import { stickyPattern } from './separators';

/** The text between exchanges that share a symbol, and between symbols that share an exchange. */
export const LIST_SEPARATOR = stickyPattern(
  `_${AND}_(?:(?:and|on|et|und|y) )?(?:(?:the|on the|la|le|de la|en la|à la|der|an der) )?`,
);

/** No bracket has more listings. The text after this number is read as if a new list began there. */
const MOST_IN_ONE_BRACKET = 50;

/** The mentions of a matched pattern. */
export interface Match {
  mentions: Mention[];
  /** The offset at which the pattern ends in the text. */
  end: number;
}

/** The exchanges of a list that share the symbols after it: `TSX/NYSE`, `NYSE and TSX`, `NYSE, LSE & ASX`. */
export const matchExchangeList = (text: string, first: ExchangeMatch, link: RegExp): ExchangeMatch[] => {
  const exchanges = [first];
  for (let last = first; exchanges.length < 6; ) {
    const gap = matchLength(link, text, last.end);
    const next = gap === undefined ? undefined : matchExchange(text, last.end + gap);
    if (!next) break;
    exchanges.push(next);
    last = next;
  }
  return exchanges;
};

/** The symbols of a list. Outside of brackets only the first counts: `NASDAQ: AAPL, TSLA lead` names one listing. */
export const matchSymbolList = (
  text: string,
  from: number,
  exchanges: readonly ExchangeMatch[],
  first: SymbolRules,
): Match | undefined => {
  const found = matchSymbol(text, from, exchanges, first);
  if (!found) return undefined;
  const { mentions } = found;
  let { end } = found;
  while (first.inBrackets && mentions.length < MOST_IN_ONE_BRACKET) {
    const gap = matchLength(LIST_SEPARATOR, text, end);
    if (gap === undefined || matchExchange(text, end + gap)) break;
    const later = matchSymbol(text, end + gap, exchanges, { ...first, strict: true, mustClose: true });
    if (!later) break;
    mentions.push(...later.mentions);
    end = later.end;
  }
  return { mentions, end };
};
