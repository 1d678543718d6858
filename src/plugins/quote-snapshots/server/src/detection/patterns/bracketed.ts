import { matchExchange, type ExchangeMatch } from '../exchanges/match-exchange';
import { matchLength, matchSymbol } from '../symbols/match-symbol';
import { AIRPORTS, STOP_WORDS } from '../symbols/stop-words';
import { leftContext } from './left-context';
import { LIST_SEPARATOR, matchExchangeList, matchSymbolList, type Match } from './lists';
import { AND, COMPANY_END } from './phrases';
import { matchReversedPairs } from './reversed';
import { SEPARATORS, stickyPattern } from './separators';

const SPACE = stickyPattern('(?= |\\n)_');
/**
 * `Acme Inc. (NYSE, ACM)`, `Acme (Nasdaq, “ACM”)`: a comma separates exchange and symbol only after a company or before a quoted
 * symbol.
 */
const COMMA = stickyPattern('_,_');
const COMMA_QUOTED = stickyPattern('_,_(?="[A-Z0-9.]{1,8}")');
/** The text between two listings. */
export const NEXT_LISTING = stickyPattern(`_(?:${AND}|[→⇒>\\u2013-]|->)?_(?:(?:and|also|et|und|y) )?`);

const isAmbiguous = ({ trust }: ExchangeMatch): boolean => trust === 'word' || trust === 'place';

/** Whether a name is first in its bracket, or directly after the previous listing. */
const isAtListingStart = (text: string, start: number, after: number): boolean =>
  /(?:[([]|^)\s{0,5}(?:(?:exchange|ticker|symbol|listing|listed on):?\s{0,3})?$/i.test(
    text.slice(Math.max(after, start - 20), start),
  ) || text.slice(after, start).search(/[^\s;,/|·•&]/) < 0;

const YEAR = /^(?:19|20)\d\d$/;

/** Whether the text before the bracket allows a listing in it. */
const isPlausibleMention = (
  text: string,
  open: number,
  exchanges: readonly ExchangeMatch[],
  { mentions }: Match,
): boolean => {
  const start = exchanges[0]?.start ?? open;
  const inside = text.slice(open + 1, start);
  if (/\bof (?:the )?$/.test(inside)) return false;
  const named = exchanges.every(({ trust }) => trust === 'name');
  return mentions.every(({ symbol }) => {
    const left = leftContext(text, open, symbol);
    if (left === 'owner') return true;
    if (inside.trim() !== '' && leftContext(text, start, symbol) === 'owner') return true;
    if (exchanges.some(isAmbiguous) || YEAR.test(symbol) || STOP_WORDS.has(symbol) || AIRPORTS.has(symbol))
      return false;
    return named || left === 'nothing';
  });
};

/**
 * The listings that follow the name of an exchange within brackets.
 *
 * @param open the offset at which the bracket opens
 * @param after the offset at which the previous listing ended
 */
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
  // After another listing in the same bracket, an ambiguous name means the exchange: (TSXV-ACM; OTC-ACMF).
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
    if (found) return after > open || isPlausibleMention(text, open, exchanges, found) ? found : undefined;
  }
  const turned = matchReversedPairs(text, open);
  if (turned && turned.end >= first.end) return leftContext(text, open, '') === 'word' ? undefined : turned;
  const comma = COMPANY_END.test(text.slice(Math.max(0, open - 24), open)) ? COMMA : COMMA_QUOTED;
  const listed = first.trust === 'name' && after <= open ? matchLength(comma, text, end) : undefined;
  if (listed !== undefined && isAtListingStart(text, first.start, open)) {
    const rules = { inBrackets: true, ambiguous: false, strict: true, mustClose: true };
    const found = matchExchange(text, end + listed)
      ? undefined
      : matchSymbolList(text, end + listed, exchanges, rules);
    if (found && /^\s?[)\]]/.test(text.slice(found.end, found.end + 2))) return found;
  }
  // `(NASDAQ MSFT)`: the bracket may contain only further listings besides it, and the symbol must not be a stop word.
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
