import { findEveryMention } from '../find-mentions';
import type { FindOptions } from '../mention';
import { normalizeText } from '../normalize-text';
import { maskAddresses } from '../text/mask-addresses';
import { findNames, type FoundName } from './find-names';
import { isLegalForm } from './legal-forms';
import type { NameNode } from './name-index';
import { nameWords } from './name-words';

/** How far before a symbol its bracket may begin: `(Euronext Amsterdam: ASML)`. */
const LONGEST_BRACKET = 80;

/** Where a mention begins with its bracket, or else with its exchange. */
const beginningOf = (
  text: string,
  { start, exchange }: { start: number; exchange: string | null },
): number => {
  const before = text.slice(Math.max(0, start - LONGEST_BRACKET), start);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  const isOpen = open >= 0 && !/[)\]\n]/.test(before.slice(open));
  return isOpen ? start - before.length + open : start - (exchange?.length ?? 0) - 2;
};

/**
 * The names of companies in a text that stand outside of its mentions. A legal form behind a name belongs to it.
 *
 * @returns offsets into the text as given; `end` is where a mention would be inserted
 */
export const findNamesBesideMentions = (
  text: string,
  index: NameNode,
  { format = 'plain', cashtags = false }: FindOptions = {},
): FoundName[] => {
  const normalized = normalizeText(text, format);
  const taken = findEveryMention(text, { format, cashtags }).map((mention) => ({
    from: beginningOf(text, mention),
    to: mention.end,
  }));
  const prose = maskAddresses(normalized.text);
  let next = 0;
  return findNames(prose, index).flatMap(({ keys, start, end }) => {
    const [form] = nameWords(prose.slice(end, end + 16));
    const behind = form && form.before === ' ' && isLegalForm(form.word) ? end + form.end : end;
    const dotted = behind > end && prose[behind] === '.' ? behind + 1 : behind;
    const place = {
      keys,
      start: normalized.sourceOffset(start),
      end: normalized.sourceOffset(dotted - 1) + 1,
    };
    // Both are in order: each mention is passed by once.
    while (next < taken.length && taken[next]!.to <= place.start) next += 1;
    const mention = taken[next];
    return mention && mention.from < place.end ? [] : [place];
  });
};
