import { entryText, type TextModel } from './text/entry-text';
import { distinctListings, findEveryMention } from './find-mentions';
import type { FindOptions, Mention } from './mention';

/** A mention in an entry. Its offsets refer to the text of its field. */
export type EntryMention = Mention & { field: string };

/**
 * The listings that an entry names, each once, in the order of attributes and first mentions. Components and dynamic zones are
 * included.
 */
export const entryMentions = (
  entry: Record<string, unknown>,
  model: TextModel,
  modelOf: (uid: string) => TextModel | undefined,
  { cashtags }: Pick<FindOptions, 'cashtags'> = {},
): EntryMention[] =>
  distinctListings(
    entryText(entry, model, modelOf).flatMap(({ field, text, format }) =>
      findEveryMention(text, { format, cashtags }).map((mention) => ({ ...mention, field })),
    ),
  );
