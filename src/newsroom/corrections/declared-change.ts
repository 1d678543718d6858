import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import type { History } from './publication-history';

type Data = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** Whether a write declares, or clears, the kind of change of the next publication. */
export const declaresChange = (data: Data = {}): boolean =>
  data.changeKind !== undefined || data.changeNote !== undefined;

/**
 * The data of a content manager form without an empty declaration of the change, because the form may have been opened before a
 * colleague declared it. If the editor cleared the declaration in the form, the note is an empty string and there is no kind.
 */
export const withoutUnsaidChange = (data: Data = {}): Record<string, unknown> => {
  const { changeKind, changeNote, ...others } = data;
  return isNothing(changeKind) && isNothing(changeNote) ? others : { ...data };
};

/**
 * Adds to the list of acts who declared the change of an article that readers have had, or that is scheduled. A colleague may schedule or
 * publish it, or the worker, and would otherwise appear as the author of the correction.
 *
 * @param before the draft before the write
 */
export const recordDeclaredChange = async (
  strapi: Core.Strapi,
  place: { documentId: string; locale: string },
  before: Pick<History, 'changeKind' | 'changeNote'>,
  data: Data = {},
): Promise<void> => {
  const { changeKind = before.changeKind, changeNote = before.changeNote } = data;
  if (changeKind === before.changeKind && changeNote === before.changeNote) return;
  await recordAct(strapi, {
    articleDocumentId: place.documentId,
    articleLocale: place.locale,
    act: 'change-declared',
    before: { changeKind: before.changeKind },
    after: { changeKind },
  });
};
