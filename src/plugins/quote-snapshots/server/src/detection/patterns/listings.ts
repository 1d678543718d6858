import { exchangeFinder, matchExchange, type ExchangeMatch } from '../exchanges/match-exchange';
import type { Mention } from '../mention';
import { matchLength } from '../symbols/match-symbol';
import { abbreviationReader } from './abbreviations';
import { matchBracketed, NEXT_LISTING } from './bracketed';
import { matchInline } from './inline';
import { isFormer, isInCode } from './left-context';
import { LIST_SEPARATOR, matchExchangeList, type Match } from './lists';
import { openBracketFinder } from './open-brackets';
import { matchProse } from './prose';

/**
 * No article has more names of exchanges. Reading stops after this number, so that a text of nothing but listings, which takes
 * several times as long as prose, cannot keep the server busy.
 */
const MOST_NAMES = 10_000;

/** `["NYSE:IBM", "NYSE:GE"]`: whether only the rest of a string is between a name in source code and the next one. */
const continuesCode = (text: string, codeEnd: number, start: number): boolean =>
  codeEnd > 0 && start - codeEnd < 24 && /^:[^"'\n]{1,12}["'],\s{0,3}["']$/.test(text.slice(codeEnd, start));

/** Every listing in a normalized text, in the order of the symbols. The offsets refer to the normalized text. */
export const findListings = (text: string): Mention[] => {
  const mentions: Mention[] = [];
  const openAt = openBracketFinder(text);
  const nextName = exchangeFinder(text, (at) => openAt(at) !== undefined);
  const settle = abbreviationReader(text);
  /** "Toronto Stock Exchange (TSX: ACM)" names its exchange twice but has one listing, so each symbol is used once. */
  const taken = new Set<number>();
  /** The offset at which the last listing ended. */
  let after = 0;
  const take = ({ mentions: found, end }: Match): void => {
    const fresh = found.filter(({ start }) => !taken.has(start));
    for (const mention of fresh) taken.add(mention.start);
    mentions.push(...fresh);
    after = Math.max(after, end);
  };
  /** The offset at which the last name in source code ended. */
  let codeEnd = 0;
  let names = 0;
  for (let name = nextName(0); name && names < MOST_NAMES; name = nextName(Math.max(after, name.end))) {
    names += 1;
    if (isInCode(text, name.start) || continuesCode(text, codeEnd, name.start)) {
      codeEnd = name.end;
      continue;
    }
    if (isFormer(text, name.start)) continue;
    const open = openAt(name.start);
    const first = settle(name);
    let current: ExchangeMatch | undefined = first;
    while (current && names < MOST_NAMES) {
      const found: Match | undefined =
        open === undefined
          ? matchInline(text, current, current !== first)
          : matchBracketed(text, current, open, after);
      if (!found) break;
      take(found);
      names += 1;
      const next = matchExchange(text, found.end + (matchLength(NEXT_LISTING, text, found.end) ?? 0));
      current = next && settle(next);
    }
    // A sentence may have the symbol for an exchange that has none beside it.
    if (!current || current.trust === 'place' || after > current.end) continue;
    const found = matchProse(text, matchExchangeList(text, current, LIST_SEPARATOR));
    if (found) take(found);
  }
  return mentions.sort((a, b) => a.start - b.start);
};
