import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import type { StoredReason } from '../../reasons/reason';
import { wordReason } from '../../reasons/word-reason';
import { requestedLocale } from '../../strapi/requested-locale';
import { shapeAnswers } from '../../strapi/shape-answers';
import { targetsIn, type TargetOf } from '../../strapi/tables';

type Entry = Record<string, unknown>;
type WordedRow = Partial<StoredReason> & { relatedLocale?: string | null };

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The reason of a snapshot in words.
 *
 * @param locale the language that the caller requests; undefined for the language of the document
 */
export const reasonOf = (row: WordedRow, locale: string | undefined): string | null =>
  wordReason(
    {
      reason: row.reason ?? null,
      reasonCode: row.reasonCode ?? null,
      reasonParams: row.reasonParams ?? null,
    },
    locale ?? row.relatedLocale,
  );

/** Words the reasons of all snapshots in an answer, at any depth. Changes it in place. */
export const wordReasons = (
  data: unknown,
  uid: string,
  targetOf: TargetOf,
  locale: string | undefined,
): void => {
  if (Array.isArray(data)) data.forEach((one) => wordReasons(one, uid, targetOf, locale));
  if (!isEntry(data)) return;
  // An entry of a dynamic zone or morph relation has its own type in it.
  const model = [data.__component, data.__type, uid].find((name) => typeof name === 'string') as string;
  if (model === SNAPSHOT_UID && 'reason' in data) data.reason = reasonOf(data, locale);
  for (const [attribute, value] of Object.entries(data)) {
    if (typeof value !== 'object' || value === null) continue;
    const target = targetOf(model, attribute);
    if (target) wordReasons(value, target, targetOf, locale);
  }
};

/**
 * Words the reasons in every answer of REST, in the language of `?locale`, or else of the document. `Accept-Language` is ignored,
 * because caches often get answers wrong that depend on a header.
 */
export const wordAnswers = (strapi: Core.Strapi): void => {
  const targetOf = targetsIn(strapi);
  shapeAnswers(strapi, (data, uid) => wordReasons(data, uid, targetOf, requestedLocale(strapi)));
};
