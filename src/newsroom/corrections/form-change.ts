import type { Core } from '@strapi/strapi';
import { errorWithoutValue } from '../records/field-error';
import { shownText } from '../text/shown-text';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { readHistory, type History, type LastPublication } from './publication-history';
import { readerTextOf, textHash } from './reader-text';

type Data = Readonly<Record<string, unknown>>;

const wordsOf = (note: unknown): string => (typeof note === 'string' ? shownText(note) : '');

/** What is published already, of all that a form says of its change. */
const isPublished = (kind: unknown, note: unknown, last: LastPublication): boolean => {
  const words = wordsOf(note);
  if (kind === 'correction') {
    return last.corrections.some((one) => one.kind === 'correction' && one.text === words);
  }
  // Who chooses a kind in the form sends a note, if an empty one. A form that was opened with the kind has none where there was none.
  const isChosen = words === '' && note === '';
  return !isChosen && last.change === kind && (last.note ?? '') === words;
};

/**
 * Whether a form says what was published meanwhile, and the draft does not say it any more: a publication takes it off. Whoever has the
 * form open may not know.
 */
export const saysWhatWasPublished = (
  { changeKind: kind, changeNote: note }: Data,
  { last, changeKind, changeNote }: Pick<History, 'last' | 'changeKind' | 'changeNote'>,
): boolean => {
  if (typeof kind !== 'string' || kind === '' || !last) return false;
  const isInDraft = changeKind === kind && wordsOf(changeNote) === wordsOf(note);
  return !isInDraft && isPublished(kind, note, last);
};

/** The text that the draft has once the form is saved. */
const textAfter = async (strapi: Core.Strapi, documentId: string, locale: string, data: Data) => {
  const draft: Record<string, unknown> | null = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findOne({ where: { documentId, locale, publishedAt: null } }),
  );
  const sent = Object.entries(data).filter(([, value]) => value !== undefined);
  return textHash(readerTextOf({ ...draft, ...Object.fromEntries(sent) }));
};

/**
 * What a form of the content manager writes, with what it says of the change as it is stored. A form that was opened before a colleague
 * published says what that publication was; with another text, readers would be told a second time of the same correction, by
 * somebody who did not say so.
 *
 * To be called in the transaction that writes, with the article locked.
 *
 * @throws ValidationError for a form that says what was published, and has another text
 */
export const readFormChange = async (
  strapi: Core.Strapi,
  { documentId, locale }: { documentId: string; locale: string },
  data: Data,
): Promise<Record<string, unknown>> => {
  const { changeKind: _kind, changeNote, ...others } = data;
  const said = { ...data, ...(changeNote === '' ? { changeNote: null } : {}) };
  const history = data.changeKind ? (await readHistory(strapi, documentId)).get(locale) : undefined;
  if (!history?.last || !saysWhatWasPublished(data, history)) return said;
  if ((await textAfter(strapi, documentId, locale, data)) === history.last.textHash) return others;
  const at = history.last.at.toISOString();
  throw errorWithoutValue(
    'changeKind',
    `it says what was published already, last on ${at}; the form may have been opened before. Say anew what the change is, or clear it.`,
    { code: 'changeSaidAlready', values: { at } },
  );
};
