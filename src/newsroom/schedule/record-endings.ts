import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import { fieldError } from '../records/field-error';
import type { RefusalReason } from '../refusals/refusal-reason';
import { wordReasons } from '../refusals/word-reasons';
import type { Transaction } from '../strapi/fail-at-commit';
import { currentDueInstant } from './due-publication';
import { instantsOf, latestEmbargo, lockVersions, writeTimes, type TimedRow } from './stored-times';
import type { Context, WriteParams } from './write-call';

const read = async (strapi: Core.Strapi, trx: Transaction, { params }: Context): Promise<TimedRow[]> => {
  const { documentId } = params as WriteParams;
  return documentId ? lockVersions(strapi, trx, documentId) : [];
};

/**
 * Cancels the publication of what was taken down by hand. Otherwise a correction that was scheduled before would bring the article
 * back by itself.
 */
const cancelPublication = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { id, documentId, locale, publishAt }: TimedRow,
): Promise<void> => {
  await writeTimes(strapi, trx, [id], { publishAt: null });
  const reasons: RefusalReason[] = [{ code: 'takenDown', values: {} }];
  await recordAct(strapi, {
    articleDocumentId: documentId,
    articleLocale: locale,
    act: 'schedule-cancelled',
    reason: wordReasons({ reason: null, reasons }, { language: 'en', timeZone: 'UTC' }),
    reasons,
    before: { publishAt },
    after: { publishAt: null },
  });
};

/**
 * Runs `unpublish`, and clears the instant at which the article was to be unpublished. By hand it also cancels the publication that
 * is still to come. At `unpublishAt` it does not: `publishAt` comes before `unpublishAt`, and has been used by then.
 */
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
    const planned = drafts.find(({ publishAt }) => publishAt);
    if (planned && !due) await cancelPublication(strapi, trx, planned);
  }
  return result;
};

/**
 * Refuses to delete the locale in which an embargo was entered: the embargo holds for all locales, and would end with that draft.
 *
 * @throws ValidationError if other locales remain
 */
const refuseLossOfEmbargo = async (
  strapi: Core.Strapi,
  before: readonly TimedRow[],
  after: readonly TimedRow[],
): Promise<void> => {
  const drafts = (rows: readonly TimedRow[]) => rows.filter(({ isPublished }) => !isPublished);
  const staying = drafts(after);
  const kept = latestEmbargo(staying)?.getTime() ?? 0;
  const lost = latestEmbargo(drafts(before).filter(({ id }) => !staying.some((one) => one.id === id)));
  if (staying.length === 0 || !lost || lost.getTime() <= kept || lost <= (await databaseTime(strapi))) return;
  throw fieldError(
    'embargoUntil',
    lost.toISOString(),
    'it was entered in this language, and holds for the others too. Enter the embargo in another language of the article first, or delete all of its languages.',
    { code: 'embargoOfLanguage', values: { until: lost.toISOString() } },
  );
};

/** Runs `delete`. The schedule is deleted with the article. */
export const recordDeletion = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  next: () => Promise<unknown>,
): Promise<unknown> => {
  const before = await read(strapi, trx, context);
  const result = await next();
  const after = await read(strapi, trx, context);
  await refuseLossOfEmbargo(strapi, before, after);
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
      before: instantsOf(version),
    });
  }
  return result;
};
