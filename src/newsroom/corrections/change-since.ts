import type { Core } from '@strapi/strapi';
import type { CorrectionSettings } from './corrections-environment';
import { owesExplanation } from './judge-change';
import { readHistory, type LastPublication } from './publication-history';
import { readerTextOf, textHash } from './reader-text';

/** A version of an article with its attributes: a row, what stands in a form, or what a write would make. */
type Version = Readonly<Record<string, unknown>>;

/**
 * Whether the editor must still say what the change is: readers have had another text for longer than the grace time, and nobody
 * has said it.
 *
 * @param version a version that was just published, or is not published yet
 * @param last the publication that readers saw before
 */
export const isUnexplained = (
  strapi: Core.Strapi,
  version: Version,
  last: LastPublication | undefined,
): boolean => {
  const { graceMinutes } = strapi.config.get<CorrectionSettings>('newsroom.corrections');
  return owesExplanation(version.changeKind, last, textHash(readerTextOf(version)), graceMinutes);
};

/** The same for a version that is not published, whose history is read. */
export const readUnexplained = async (
  strapi: Core.Strapi,
  version: object & { documentId?: string; locale: string },
): Promise<boolean> => {
  if (version.documentId === undefined) return false;
  const history = await readHistory(strapi, version.documentId);
  return isUnexplained(strapi, { ...version }, history.get(version.locale)?.last);
};

/** What the form must know about earlier publications of an article. */
export interface ChangeSince {
  /** Whether it was ever published. */
  wasShown: boolean;
  /** Whether its text differs from the last publication. */
  differs: boolean;
  isRetracted: boolean;
}

/** Compares an unpublished version with the last publication. */
export const changeSince = async (
  strapi: Core.Strapi,
  version: object & { documentId?: string; locale: string },
): Promise<ChangeSince> => {
  const history =
    version.documentId === undefined ? undefined : await readHistory(strapi, version.documentId);
  const last = history?.get(version.locale)?.last;
  return {
    wasShown: last !== undefined,
    differs: last !== undefined && last.textHash !== textHash(readerTextOf({ ...version })),
    isRetracted: Boolean(last?.retractedAt),
  };
};
