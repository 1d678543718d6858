import { bracketsOf } from './open-brackets';
import { AND, COMPANY_END } from './phrases';
import type { Mention } from '../mention';
import { exchangeAt, namesOf, type PrintedExchange } from '../exchanges/match-exchange';
import { listingsInProse } from './prose';
import { reversedPairs } from './reversed';
import { COLON_ON_LINE, SEPARATORS, sticky } from './separators';
import { lengthAt, symbolAt, type Demand } from '../symbols/match-symbol';

const SPACE = sticky('(?= |\\n)_');
/** Between exchanges that share a symbol, and between symbols that share an exchange. */
const SHARING = sticky(
  `_${AND}_(?:(?:and|on|et|und|y) )?(?:(?:the|on the|la|le|de la|en la|à la|der|an der) )?`,
);
const SLASH = /\//y;
/** Between one listing and the next. */
const NEXT_LISTING = sticky(`_(?:${AND}|[→⇒>\\u2013-]|->)?_(?:(?:and|also|et|und|y) )?`);

/** More listings than any bracket holds; what follows is read anew. */
const MOST_IN_ONE_BRACKET = 50;

/**
 * More names of exchanges than any article prints: a text of nothing else is not read to its end, so that it costs no
 * more than prose of its length.
 */
const MOST_NAMES = 10_000;

interface Reading {
  mentions: Mention[];
  /** Where reading goes on. */
  end: number;
}

const isWary = ({ trust }: PrintedExchange): boolean => trust === 'word' || trust === 'place';

/** Exchanges that share what follows: `TSX/NYSE`, and in brackets and sentences `NYSE and TSX`, `NYSE, LSE & ASX`. */
const exchangesFrom = (text: string, first: PrintedExchange, link: RegExp): PrintedExchange[] => {
  const exchanges = [first];
  for (let last = first; exchanges.length < 6; ) {
    const gap = lengthAt(link, text, last.end);
    const next = gap === undefined ? undefined : exchangeAt(text, last.end + gap);
    if (!next) break;
    exchanges.push(next);
    last = next;
  }
  return exchanges;
};

/** The symbols of a list, from the first on. Outside of brackets a list goes on to other exchanges' shares. */
const symbolsFrom = (
  text: string,
  from: number,
  exchanges: readonly PrintedExchange[],
  first: Demand,
): Reading | undefined => {
  const found = symbolAt(text, from, exchanges, first);
  if (!found) return undefined;
  const { mentions } = found;
  let { end } = found;
  while (first.inBrackets && mentions.length < MOST_IN_ONE_BRACKET) {
    const gap = lengthAt(SHARING, text, end);
    if (gap === undefined || exchangeAt(text, end + gap)) break;
    const later = symbolAt(text, end + gap, exchanges, { ...first, strict: true, closed: true });
    if (!later) break;
    mentions.push(...later.mentions);
    end = later.end;
  }
  return { mentions, end };
};

/** Whether nothing stands before a name in its brackets, or only the listing before it. */
const beginsListing = (text: string, start: number, after: number): boolean =>
  /(?:[([]|^)\s{0,5}(?:(?:exchange|ticker|symbol|listing|listed on):?\s{0,3})?$/i.test(
    text.slice(Math.max(after, start - 20), start),
  ) || text.slice(after, start).search(/[^\s;,/|·•&]/) < 0;

/** What follows the name of an exchange within brackets. */
const inBrackets = (
  text: string,
  first: PrintedExchange,
  open: number,
  after: number,
): Reading | undefined => {
  const exchanges = exchangesFrom(text, first, SHARING);
  const end = exchanges.at(-1)?.end ?? first.end;
  const wary = exchanges.some(isWary);
  const closed = exchanges.some(({ trust }) => trust === 'place');
  for (const separator of SEPARATORS) {
    const gap = wary && !separator.wary ? undefined : lengthAt(separator.pattern, text, end);
    if (gap === undefined) continue;
    const demand = {
      inBrackets: true,
      wary: exchanges.some(({ trust }) => trust !== 'name'),
      strict: separator.strict || wary,
      closed: separator.closed || closed,
    };
    const found = symbolsFrom(text, end + gap, exchanges, demand);
    if (found) return found;
  }
  const turned = reversedPairs(text, open);
  if (turned && turned.end >= first.end) return turned;
  // `(NASDAQ MSFT)`: nothing else in the brackets but more of the kind, and nothing that could be a word.
  const gap = first.trust === 'name' ? lengthAt(SPACE, text, end) : undefined;
  if (gap === undefined || !beginsListing(text, first.start, Math.max(open, after))) return undefined;
  const bare = symbolAt(text, end + gap, exchanges, {
    inBrackets: true,
    wary: false,
    strict: true,
    closed: true,
  });
  if (!bare || exchangeAt(text, end + gap)) return undefined;
  const next = lengthAt(NEXT_LISTING, text, bare.end) ?? 0;
  return /^\s{0,5}[\])]/.test(text.slice(bare.end, bare.end + 6)) || exchangeAt(text, bare.end + next)
    ? bare
    : undefined;
};

/** Whether a short name is believed outside of brackets: `LON:ACM`, `Acme plc, LSE: ACM`, or a line of its own. */
const believedOutside = (
  text: string,
  { start, trust }: PrintedExchange,
  colon: string,
  symbol: number,
): boolean => {
  if (trust === 'name') return true;
  const before = text.slice(Math.max(0, start - 24), start);
  if (COMPANY_END.test(before)) return trust !== 'place';
  if (trust !== 'code') return false;
  if (!/\s/.test(colon)) return true;
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  const startsLine = before.length < 24 || before.includes('\n');
  return (
    startsLine &&
    lineBefore.trim() === '' &&
    /^[A-Z0-9.]{2,8}[ \t]{0,5}(?:[|\n]|$)/.test(text.slice(symbol, symbol + 14))
  );
};

/** What follows the name of an exchange outside of brackets. */
const outside = (text: string, first: PrintedExchange): Reading | undefined => {
  const exchanges = exchangesFrom(text, first, SLASH);
  const end = exchanges.at(-1)?.end ?? first.end;
  const gap = lengthAt(COLON_ON_LINE, text, end);
  if (gap === undefined) return undefined;
  const colon = text.slice(end, end + gap);
  if (!exchanges.every((exchange) => believedOutside(text, exchange, colon, end + gap))) return undefined;
  const strict = exchanges.some(({ trust }) => trust !== 'name');
  const tight = strict && !/\s/.test(colon);
  return symbolsFrom(text, end + gap, exchanges, {
    inBrackets: false,
    wary: false,
    strict,
    closed: false,
    tight,
  });
};

/** Every place of a reading that names a listing on an exchange, in order. Offsets are the reading's. */
export const scanExchanges = (text: string): Mention[] => {
  const mentions: Mention[] = [];
  const openAt = bracketsOf(text);
  const nextName = namesOf(text, (at) => openAt(at) !== undefined);
  /** Where the symbols stand that were found: what names an exchange twice, in full and in short, names one listing. */
  const taken = new Set<number>();
  let after = 0;
  const take = (found: Reading): void => {
    const fresh = found.mentions.filter(({ start }) => !taken.has(start));
    for (const mention of fresh) taken.add(mention.start);
    mentions.push(...fresh);
    after = Math.max(after, found.end);
  };
  let name = nextName(0);
  for (let names = 0; name && names < MOST_NAMES; names += 1) {
    let current: PrintedExchange | undefined = name;
    const open = openAt(name.start);
    while (current) {
      const found: Reading | undefined =
        open === undefined ? outside(text, current) : inBrackets(text, current, open, after);
      if (!found) break;
      take(found);
      if (open === undefined) break;
      current = exchangeAt(text, found.end + (lengthAt(NEXT_LISTING, text, found.end) ?? 0));
    }
    if (current) {
      const found =
        current.trust === 'place' || after > current.end
          ? undefined
          : listingsInProse(text, exchangesFrom(text, current, SHARING));
      if (found) take(found);
    }
    name = nextName(after);
  }
  return mentions.sort((a, b) => a.start - b.start);
};
