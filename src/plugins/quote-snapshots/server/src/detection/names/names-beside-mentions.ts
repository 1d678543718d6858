import { findEveryMention } from '../find-mentions';
import type { FindOptions } from '../mention';
import { normalizeText } from '../normalize-text';
import { maskAddresses } from '../text/mask-addresses';
import { beginningOfMention } from './beginning-of-mention';
import { findNames, type FoundName } from './find-names';
import { isLegalForm } from './legal-forms';
import type { NameNode } from './name-index';
import { nameWords } from './name-words';

/**
 * The names of companies in a text that are not part of its mentions. A legal form after a name belongs to it.
 *
 * @returns offsets into the original text; at `end` a mention could be inserted
 */
export const findNamesBesideMentions = (
  text: string,
  index: NameNode,
  { format = 'plain', cashtags = false }: FindOptions = {},
): FoundName[] => {
  const normalized = normalizeText(text, format);
  const taken = findEveryMention(text, { format, cashtags }).map((mention) => ({
    from: beginningOfMention(text, mention),
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
    // Both lists are sorted, so each mention is passed once.
    while (next < taken.length && taken[next]!.to <= place.start) next += 1;
    const mention = taken[next];
    return mention && mention.from < place.end ? [] : [place];
  });
};
