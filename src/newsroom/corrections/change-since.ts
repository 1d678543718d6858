import type { Core } from '@strapi/strapi';
import type { CorrectionSettings } from './corrections-environment';
import { owesExplanation } from './judge-change';
import { readHistory, type LastPublication } from './publication-history';
import { readerTextOf, textHash } from './reader-text';

/** A version of an article with its attributes: a row, what stands in a form, or what a write would make. */
type Version = Readonly<Record<string, unknown>>;

/**
 * Whether readers have seen another text than this one, for longer than the grace time, and nobody has said what the change is.
 *
 * @param version published just now, or not yet
 * @param last what readers were shown before
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

/** What readers have seen of an article before, as its form has to know it. */
export interface ChangeSince {
  /** Whether readers were ever shown it. */
  wasShown: boolean;
  /** Whether what they were shown last says something else. */
  differs: boolean;
  isRetracted: boolean;
}

/** How a version that is not published compares with what readers were shown last. */
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
