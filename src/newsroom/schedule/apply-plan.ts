import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import { readHistory } from '../corrections/publication-history';
import { refuseChange } from '../corrections/refuse-change';
import { refuseIfRetracted } from '../corrections/refuse-if-retracted';
import { readPlannedVersions } from '../publication/planned-versions';
import { publicationValidators } from '../publication/publication-validators';
import type { Transaction } from '../strapi/fail-at-commit';
import { NO_TIMES, timesOf, type ArticleTimes } from './article-times';
import { embargoMoveReason } from './embargo-move';
import { mayPublish } from './may-publish';
import { unreadableTimes } from './readable-times';
import { planTimes, type PlannedAct, type TimesRequest } from './plan-times';
import type { TimedRow } from './stored-times';
import { isPublication, sentTimes, type Context, type WriteParams } from './write-call';

const setsInstant = ({ after }: PlannedAct): boolean =>
  Object.values(after).some((instant) => instant !== null);

/** What the write of a draft changes in its times. */
export interface AppliedPlan {
  locale: string;
  times: ArticleTimes;
  now: Date;
  /** Whether it sets an instant of publication. */
  schedules: boolean;
  /** Adds the lines to the list of acts. Must be called after the document is written. */
  record(documentId: string): Promise<void>;
}

/** The latest embargo and the earliest schedule among the other locales. */
const timesOfOthers = (versions: readonly TimedRow[], locale: string): TimesRequest['others'] => {
  const others = versions.filter((version) => version.locale !== locale && !version.isPublished);
  const sorted = (field: 'embargoUntil' | 'publishAt'): Date[] =>
    others.flatMap((one) => one[field] ?? []).sort((one, other) => one.getTime() - other.getTime());
  return {
    embargoUntil: sorted('embargoUntil').at(-1) ?? null,
    publishAt: sorted('publishAt')[0] ?? null,
  };
};

/** Runs the checks of a publication when an article is scheduled, so that the editor learns at once that it would be refused. */
const judge = async (strapi: Core.Strapi, trx: Transaction, context: Context): Promise<void> => {
  await refuseChange(strapi, trx, context);
  const validators = publicationValidators(strapi);
  if (validators.length === 0) return;
  for (const version of await readPlannedVersions(strapi, context)) {
    for (const validate of validators) await validate(version);
  }
};

/**
 * Plans the times of a `create` or `update`, and sets them in the data of the write.
 *
 * @param versions the stored versions of the document, locked; empty for a new one
 * @throws ValidationError for invalid times, and if rules block the article
 */
export const applyPlan = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  versions: readonly TimedRow[],
  locale: unknown,
): Promise<AppliedPlan | undefined> => {
  // Strapi refuses to write several locales at once.
  if (typeof locale !== 'string') return undefined;
  const params = context.params as WriteParams;
  const stored = versions.find((version) => version.locale === locale && !version.isPublished) ?? NO_TIMES;
  const sent = sentTimes(params.data);
  const now = await databaseTime(strapi);
  const { times, acts, schedules } = planTimes({
    sent,
    stored: timesOf(stored),
    now,
    others: timesOfOthers(versions, locale),
    isPublished: versions.some((version) => version.isPublished),
    publishes: isPublication(context),
    mayPublish: Object.keys(sent).length === 0 || (await mayPublish(strapi, params.documentId, locale)),
    mayReadEmbargo:
      Object.keys(sent).length === 0 || !(await unreadableTimes(strapi)).includes('embargoUntil'),
    mayMoveEmbargoEarlier: embargoMoveReason() !== undefined,
  });
  if (Object.keys(sent).length > 0) params.data = { ...params.data, ...times };
  if (params.documentId !== undefined && acts.some(setsInstant)) {
    refuseIfRetracted((await readHistory(strapi, params.documentId)).get(locale)?.last, locale);
  }
  if (schedules) await judge(strapi, trx, context);
  const reason = embargoMoveReason();
  return {
    locale,
    times,
    now,
    schedules,
    record: async (articleDocumentId) => {
      for (const { act, before, after } of acts) {
        const given = reason === undefined ? {} : { reason };
        await recordAct(strapi, { articleDocumentId, articleLocale: locale, act, before, after, ...given });
      }
    },
  };
};
