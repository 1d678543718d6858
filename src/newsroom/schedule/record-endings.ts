import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import type { Transaction } from '../strapi/fail-at-commit';
import { TIME_FIELDS } from './article-times';
import { currentDueInstant } from './due-publication';
import { lockVersions, writeTimes, type TimedRow } from './stored-times';
import type { Context, WriteParams } from './write-call';

const read = async (strapi: Core.Strapi, trx: Transaction, { params }: Context): Promise<TimedRow[]> => {
  const { documentId } = params as WriteParams;
  return documentId ? lockVersions(strapi, trx, documentId) : [];
};

const timesOf = (version: TimedRow): Record<string, Date> =>
  Object.fromEntries(
    TIME_FIELDS.flatMap((field) => {
      const value = version[field];
      return value ? [[field, value]] : [];
    }),
  );

/** Runs `unpublish`: the instant at which it was to happen by itself is over. */
export const recordUnpublication = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  next: () => Promise<unknown>,
): Promise<unknown> => {
  const before = await read(strapi, trx, context);
  const result = await next();
  const after = await read(strapi, trx, context);
  const due = currentDueInstant();
  for (const published of before.filter(({ isPublished }) => isPublished)) {
    const { documentId, locale } = published;
    if (after.some((version) => version.isPublished && version.locale === locale)) continue;
    const drafts = after.filter((version) => version.locale === locale);
    const scheduled = drafts.find(({ unpublishAt }) => unpublishAt);
    if (scheduled) {
      await writeTimes(strapi, trx, [scheduled.id], { unpublishAt: null, proposedUnpublishAt: null });
    }
    await recordAct(strapi, {
      articleDocumentId: documentId,
      articleLocale: locale,
      act: 'unpublished',
      before: due
        ? { unpublishAt: due.at }
        : scheduled?.unpublishAt
          ? { unpublishAt: scheduled.unpublishAt }
          : {},
      ...(due ? { after: { lateSeconds: Math.round(due.lateMs / 1000) } } : {}),
    });
  }
  return result;
};

/** Runs `delete`: what was scheduled is deleted with the article. */
export const recordDeletion = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  next: () => Promise<unknown>,
): Promise<unknown> => {
  const before = await read(strapi, trx, context);
  const result = await next();
  const after = await read(strapi, trx, context);
  const remaining = new Set(after.map(({ locale }) => locale));
  const gone = new Map<string, TimedRow>();
  for (const version of before) {
    if (!remaining.has(version.locale) && !(version.isPublished && gone.has(version.locale))) {
      gone.set(version.locale, version);
    }
  }
  for (const [articleLocale, version] of gone) {
    await recordAct(strapi, {
      articleDocumentId: version.documentId,
      articleLocale,
      act: 'deleted',
      before: timesOf(version),
    });
  }
  return result;
};
