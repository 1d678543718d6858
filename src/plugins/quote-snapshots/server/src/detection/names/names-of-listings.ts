import { entryText, type TextModel } from '../text/entry-text';
import { findEveryMention } from '../find-mentions';
import type { FindOptions } from '../mention';
import { normalizeText } from '../normalize-text';
import { beginningOfMention } from './beginning-of-mention';
import { companyBefore } from './company-before';

/**
 * An entry's names for the companies of its listings, by `XLON:RIO`: the words before the first mention that has any. A mention
 * that may mean several listings gives no name.
 */
export const namesOfListings = (
  entry: Record<string, unknown>,
  model: TextModel,
  modelOf: (uid: string) => TextModel | undefined,
  { cashtags }: Pick<FindOptions, 'cashtags'> = {},
): Map<string, string> => {
  const names = new Map<string, string>();
  for (const { text, format } of entryText(entry, model, modelOf)) {
    // The text without its markup, as in "**Rio Tinto** (LSE: RIO)".
    const plain = normalizeText(text, format).text;
    for (const mention of findEveryMention(plain, { cashtags })) {
      const instrument = `${mention.mic}:${mention.symbol}`;
      if (mention.mic === null || names.has(instrument)) continue;
      const name = companyBefore(plain, beginningOfMention(plain, mention));
      if (name) names.set(instrument, name);
    }
  }
  return names;
};
