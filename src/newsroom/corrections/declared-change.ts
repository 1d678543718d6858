import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import type { History } from './publication-history';

type Data = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** Whether a write says, or takes back, what the next publication is. */
export const declaresChange = (data: Data = {}): boolean =>
  data.changeKind !== undefined || data.changeNote !== undefined;

/**
 * What a form of the content manager writes, without a change that it says nothing of: it may have been opened before a colleague said
 * what the change is. A form in which that was cleared has an empty note, and no kind.
 */
export const withoutUnsaidChange = (data: Data = {}): Record<string, unknown> => {
  const { changeKind, changeNote, ...others } = data;
  return isNothing(changeKind) && isNothing(changeNote) ? others : { ...data };
};

/**
 * Adds to the list of acts who said what the publication of a scheduled article is: the worker publishes it, and would stand for
 * the correction otherwise.
 *
 * @param before the draft as it was
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
