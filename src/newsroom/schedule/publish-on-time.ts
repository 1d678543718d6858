import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import { fieldError } from '../records/field-error';
import { defaultLocale } from '../strapi/locales';
import type { Transaction } from '../strapi/fail-at-commit';
import type { AppliedPlan } from './apply-plan';
import { NO_TIMES, TIME_FIELDS, type ArticleTimes } from './article-times';
import { currentDueInstant, LATE_AFTER_MS } from './due-publication';
import { refuseEmbargoed } from './refuse-embargoed';
import { wasScheduledIn } from './scheduled-in-transaction';
import { lockVersions, writeTimes, type TimedRow } from './stored-times';
import type { Context, WriteParams } from './write-call';

/** The times that a publication clears in the draft. `unpublishAt` stays, because it is still to come. */
const CONSUMED: Partial<ArticleTimes> = { publishAt: null, embargoUntil: null, proposedPublishAt: null };

const hasTimes = (times: ArticleTimes): boolean => TIME_FIELDS.some((field) => times[field] !== null);

/** The drafts that a `publish` copies. */
const draftsOf = async (
  strapi: Core.Strapi,
  { params }: Context,
  versions: readonly TimedRow[],
): Promise<TimedRow[]> => {
  const { locale } = params as WriteParams;
  const wanted = locale ? locale : await defaultLocale(strapi);
  const isWanted = (one: string): boolean =>
    wanted === '*' || (Array.isArray(wanted) ? wanted.includes(one) : wanted === one);
  return versions.filter((version) => !version.isPublished && isWanted(version.locale));
};

type Entry = { id: number; documentId: string; locale: string } & Record<string, unknown>;

const entriesOf = ({ action }: Context, result: unknown): Entry[] => {
  if (action === 'publish') return (result as { entries: Entry[] }).entries;
  return result ? [result as Entry] : [];
};

const instants = (times: Partial<ArticleTimes>): Record<string, Date> =>
  Object.fromEntries(Object.entries(times).filter(([, value]) => value instanceof Date)) as Record<
    string,
    Date
  >;

const recordPublication = async (
  strapi: Core.Strapi,
  { documentId, locale }: Entry,
  before: ArticleTimes | undefined,
): Promise<void> => {
  const due = currentDueInstant();
  const isLate = due !== undefined && due.lateMs > LATE_AFTER_MS;
  await recordAct(strapi, {
    articleDocumentId: documentId,
    articleLocale: locale,
    act: isLate ? 'published-late' : 'published',
    before: {
      ...instants({
        publishAt: due?.at ?? before?.publishAt ?? null,
        embargoUntil: before?.embargoUntil ?? null,
      }),
    },
    ...(due ? { after: { lateSeconds: Math.round(due.lateMs / 1000) } } : {}),
  });
};

/**
 * Runs a publication. It refuses a publication under embargo before its first write. It removes all times from the published
 * version, and the used ones from the draft.
 *
 * @throws ValidationError for a version under embargo
 */
export const publishOnTime = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  { versions, plan }: { versions: readonly TimedRow[]; plan: AppliedPlan | undefined },
  next: () => Promise<unknown>,
): Promise<unknown> => {
  const planned: readonly (ArticleTimes & { locale: string })[] = plan
    ? [{ ...plan.times, locale: plan.locale }]
    : await draftsOf(strapi, context, versions);
  const timed = planned.filter(hasTimes);
  // An embargo holds for all locales, because a translation has the same news.
  const embargoed = [
    ...planned,
    ...versions.filter((one) => !one.isPublished && !planned.some(({ locale }) => locale === one.locale)),
  ].filter(({ embargoUntil }) => embargoUntil);
  if (embargoed.length > 0) refuseEmbargoed(embargoed, plan?.now ?? (await databaseTime(strapi)));
  if (context.action === 'publish') {
    for (const { locale, publishAt } of timed) {
      const { documentId = '' } = context.params as WriteParams;
      if (publishAt && wasScheduledIn(trx, documentId, locale)) {
        throw fieldError(
          'publishAt',
          publishAt.toISOString(),
          'it was set just now. Save the article to have it published then, or set it to null to publish at once.',
          { code: 'scheduledJustNow', values: {} },
        );
      }
    }
  }
  const result = await next();
  const entries = entriesOf(context, result);
  for (const entry of entries) {
    const before = planned.find(({ locale }) => locale === entry.locale);
    if (before && hasTimes(before)) {
      const rows = await lockVersions(strapi, trx, entry.documentId);
      const inLocale = rows.filter(({ locale }) => locale === entry.locale);
      const idsOf = (published: boolean) =>
        inLocale.filter(({ isPublished }) => isPublished === published).map(({ id }) => id);
      await writeTimes(strapi, trx, idsOf(true), NO_TIMES);
      await writeTimes(strapi, trx, idsOf(false), CONSUMED);
      for (const field of TIME_FIELDS) if (field in entry) entry[field] = null;
    }
    await plan?.record(entry.documentId);
    await recordPublication(strapi, entry, before);
  }
  return result;
};
