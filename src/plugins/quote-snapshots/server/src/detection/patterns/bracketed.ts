import { matchExchange, type ExchangeMatch } from '../exchanges/match-exchange';
import { matchLength, matchSymbol } from '../symbols/match-symbol';
import { AIRPORTS, STOP_WORDS } from '../symbols/stop-words';
import { followsOwner } from './left-context';
import { LIST_SEPARATOR, matchExchangeList, matchSymbolList, type Match } from './lists';
import { AND } from './phrases';
import { matchReversedPairs } from './reversed';
import { SEPARATORS, sticky } from './separators';

const SPACE = sticky('(?= |\\n)_');
/** Between one listing and the next. */
export const NEXT_LISTING = sticky(`_(?:${AND}|[→⇒>\\u2013-]|->)?_(?:(?:and|also|et|und|y) )?`);

const isAmbiguous = ({ trust }: ExchangeMatch): boolean => trust === 'word' || trust === 'place';

/** Whether nothing stands before a name in its brackets, or only the listing before it. */
const isAtListingStart = (text: string, start: number, after: number): boolean =>
  /(?:[([]|^)\s{0,5}(?:(?:exchange|ticker|symbol|listing|listed on):?\s{0,3})?$/i.test(
    text.slice(Math.max(after, start - 20), start),
  ) || text.slice(after, start).search(/[^\s;,/|·•&]/) < 0;

/** Whether a listing is to be believed with nothing but its bracket to tell. */
const isBelievable = (
  text: string,
  open: number,
  exchanges: readonly ExchangeMatch[],
  { mentions }: Match,
): boolean => {
  const start = exchanges[0]?.start ?? open;
  const owner = text.slice(open + 1, start).trim() === '' ? open : start;
  const ambiguous = exchanges.some(isAmbiguous);
  return mentions.every(
    ({ symbol }) =>
      followsOwner(text, owner, symbol) || !(ambiguous || STOP_WORDS.has(symbol) || AIRPORTS.has(symbol)),
  );
};

/** What follows the name of an exchange within brackets. */
export const matchBracketed = (
  text: string,
  first: ExchangeMatch,
  open: number,
  after: number,
): Match | undefined => {
  const exchanges = matchExchangeList(text, first, LIST_SEPARATOR);
  const end = exchanges.at(-1)?.end ?? first.end;
  const ambiguous = exchanges.some(isAmbiguous);
  const mustClose = exchanges.some(({ trust }) => trust === 'place');
  // Behind a listing in the same bracket a word is no more in doubt: (TSXV-ACM; OTC-ACMF).
  const continues = after > open && !mustClose;
  for (const separator of SEPARATORS) {
    const gap =
      ambiguous && !separator.ambiguous && !continues ? undefined : matchLength(separator.pattern, text, end);
    if (gap === undefined) continue;
    const rules = {
      inBrackets: true,
      ambiguous: exchanges.some(({ trust }) => trust !== 'name'),
      strict: separator.strict || ambiguous,
      mustClose: separator.mustClose || mustClose,
    };
    const found = matchSymbolList(text, end + gap, exchanges, rules);
    if (found) return after > open || isBelievable(text, open, exchanges, found) ? found : undefined;
  }
  const turned = matchReversedPairs(text, open);
  if (turned && turned.end >= first.end) return turned;
  // `(NASDAQ MSFT)`: nothing else in the brackets but more of the kind, and nothing that could be a word.
  const gap = first.trust === 'name' ? matchLength(SPACE, text, end) : undefined;
  if (gap === undefined || !isAtListingStart(text, first.start, Math.max(open, after))) return undefined;
  const bare = matchSymbol(text, end + gap, exchanges, {
    inBrackets: true,
    ambiguous: false,
    strict: true,
    mustClose: true,
  });
  if (!bare || matchExchange(text, end + gap)) return undefined;
  const next = matchLength(NEXT_LISTING, text, bare.end) ?? 0;
  return /^\s{0,5}[\])]/.test(text.slice(bare.end, bare.end + 6)) || matchExchange(text, bare.end + next)
    ? bare
    : undefined;
};
