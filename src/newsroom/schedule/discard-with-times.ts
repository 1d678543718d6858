import type { Core } from '@strapi/strapi';
import { fieldError } from '../records/field-error';
import type { Transaction } from '../strapi/fail-at-commit';
import { localesOfAction } from '../strapi/locales';
import { TIME_FIELDS, timesOf } from './article-times';
import { lockVersions, writeTimes, type TimedRow } from './stored-times';
import type { Context, WriteParams } from './write-call';

type Entry = { id: number; locale: string } & Record<string, unknown>;

/**
 * Refuses to discard a draft if nothing is published in its locale. Strapi deletes such a draft and creates no new one. An embargo
 * in it would end for all locales, without the permission to lift it, and a schedule would end without a line in the list of acts.
 *
 * @throws ValidationError for a locale with a draft only
 */
const refuseLossOfDraft = async (
  strapi: Core.Strapi,
  versions: readonly TimedRow[],
  locale: unknown,
): Promise<void> => {
  const wanted = await localesOfAction(strapi, locale);
  const published = new Set(versions.filter((one) => one.isPublished).map((one) => one.locale));
  const lost = versions.find((one) => !published.has(one.locale) && (!wanted || wanted.includes(one.locale)));
  if (!lost) return;
  throw fieldError(
    'locale',
    lost.locale,
    'nothing is published in it that the draft could be put back to. Delete the language of the article, if that is meant.',
    { code: 'nothingToGoBackTo', values: { locale: lost.locale } },
  );
};

/**
 * Runs `discardDraft`, which makes a new draft from the published version. The new draft keeps the times of the old one.
 *
 * @throws ValidationError for a locale in which nothing is published
 */
export const discardWithTimes = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { params }: Context,
  next: () => Promise<unknown>,
): Promise<unknown> => {
  const { documentId, locale } = params as WriteParams;
  const versions = documentId ? await lockVersions(strapi, trx, documentId) : [];
  await refuseLossOfDraft(strapi, versions, locale);
  const drafts = versions.filter(({ isPublished }) => !isPublished);
  const result = (await next()) as { entries: Entry[] };
  for (const entry of result.entries) {
    const before = drafts.find((one) => one.locale === entry.locale);
    if (!before || TIME_FIELDS.every((field) => before[field] === null)) continue;
    await writeTimes(strapi, trx, [entry.id], timesOf(before));
    for (const field of TIME_FIELDS) if (field in entry) entry[field] = before[field];
  }
  return result;
};
