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
 * No article prints more names of exchanges. A text of nothing else is not read to its end, so that it costs no more than
 * prose of its length.
 */
const MOST_NAMES = 10_000;

/** `["NYSE:IBM", "NYSE:GE"]`: whether only the rest of a string stands between a name in source code and the next one. */
const continuesCode = (text: string, codeEnd: number, start: number): boolean =>
  codeEnd > 0 && start - codeEnd < 24 && /^:[^"'\n]{1,12}["'],\s{0,3}["']$/.test(text.slice(codeEnd, start));

/** Every place of a reading that names a listing on an exchange, in order. Offsets are the reading's. */
export const findListings = (text: string): Mention[] => {
  const mentions: Mention[] = [];
  const openAt = openBracketFinder(text);
  const nextName = exchangeFinder(text, (at) => openAt(at) !== undefined);
  /** Where the symbols stand that were found: what names an exchange twice, in full and in short, names one listing. */
  const taken = new Set<number>();
  let after = 0;
  const take = (found: Match): void => {
    const fresh = found.mentions.filter(({ start }) => !taken.has(start));
    for (const mention of fresh) taken.add(mention.start);
    mentions.push(...fresh);
    after = Math.max(after, found.end);
  };
  const settled = abbreviationReader(text);
  /** Where the last name in source code ended: the next one may be of the same list of strings. */
  let codeEnd = 0;
  let name = nextName(0);
  for (let names = 0; name && names < MOST_NAMES; names += 1) {
    const inCode = isInCode(text, name.start) || continuesCode(text, codeEnd, name.start);
    if (inCode || isFormer(text, name.start)) {
      if (inCode) codeEnd = name.end;
      name = nextName(name.end);
      continue;
    }
    const first = settled(name);
    let current: ExchangeMatch | undefined = first;
    const open = openAt(name.start);
    while (current) {
      const found: Match | undefined =
        open === undefined
          ? matchInline(text, current, current !== first)
          : matchBracketed(text, current, open, after);
      if (!found) break;
      take(found);
      const next = matchExchange(text, found.end + (matchLength(NEXT_LISTING, text, found.end) ?? 0));
      current = next && settled(next);
    }
    if (current) {
      const found =
        current.trust === 'place' || after > current.end
          ? undefined
          : matchProse(text, matchExchangeList(text, current, LIST_SEPARATOR));
      if (found) take(found);
    }
    name = nextName(after);
  }
  return mentions.sort((a, b) => a.start - b.start);
};
