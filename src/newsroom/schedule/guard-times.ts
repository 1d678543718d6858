import type { Core, Modules } from '@strapi/strapi';
import { declaresChange, recordDeclaredChange, withoutUnsaidChange } from '../corrections/declared-change';
import { readFormChange } from '../corrections/form-change';
import { readHistory, wasShown } from '../corrections/publication-history';
import { keepNotice } from '../retraction/keep-notice';
import { isContentManagerForm } from '../strapi/content-manager-form';
import { defaultLocale } from '../strapi/locales';
import { failAtCommit, type Transaction } from '../strapi/fail-at-commit';
import { ARTICLE } from '../type-names';
import { applyPlan } from './apply-plan';
import { cloneWithEmbargo } from './clone-with-embargo';
import { discardWithTimes } from './discard-with-times';
import { freezesSchedules, refuseFrozenChanges } from './frozen-articles';
import { hideInstants } from './hide-instants';
import { publishOnTime } from './publish-on-time';
import { recordDeletion, recordUnpublication } from './record-endings';
import { withoutUnreadNulls } from './readable-times';
import { noteScheduled } from './scheduled-in-transaction';
import { lockVersions } from './stored-times';
import { isPublication, sentTimes, withoutTimes, type Context, type WriteParams } from './write-call';

type Middleware = Modules.Documents.Middleware.Middleware;
type Next = () => Promise<unknown>;

/** Whether a write concerns times. All other writes pass without a lock or a query. */
const concernsTimes = (strapi: Core.Strapi, context: Context): boolean => {
  const { data } = context.params as WriteParams;
  return (
    isPublication(context) ||
    Object.keys(sentTimes(data)).length > 0 ||
    declaresChange(data) ||
    (freezesSchedules(strapi) && context.action === 'update')
  );
};

/** The document whose form in the content manager is being saved, or published; undefined for any other write. */
const formOf = (strapi: Core.Strapi, { action, params }: Context): string | undefined => {
  const { documentId } = params as WriteParams;
  return action === 'update' && isContentManagerForm(strapi, documentId) ? documentId : undefined;
};

const guardWrite = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  next: Next,
): Promise<unknown> => {
  const params = context.params as WriteParams;
  const versions = params.documentId ? await lockVersions(strapi, trx, params.documentId) : [];
  const locale = params.locale ?? (await defaultLocale(strapi));
  const form = formOf(strapi, context);
  if (form !== undefined && typeof locale === 'string') {
    params.data = await readFormChange(strapi, { documentId: form, locale }, params.data ?? {});
  }
  const plan =
    context.action === 'publish' ? undefined : await applyPlan(strapi, trx, context, versions, locale);
  if (isPublication(context)) return publishOnTime(strapi, trx, context, { versions, plan }, next);
  const history =
    plan && params.documentId && declaresChange(params.data)
      ? (await readHistory(strapi, params.documentId)).get(plan.locale)
      : undefined;
  // Also before it is scheduled: a colleague may schedule what this caller has declared.
  const said = history && (wasShown(history) || plan?.times.publishAt) ? history : undefined;
  const result = await next();
  const { documentId } = (result ?? {}) as { documentId?: string };
  if (plan && documentId !== undefined) {
    await plan.record(documentId);
    if (said) await recordDeclaredChange(strapi, { documentId, locale: plan.locale }, said, params.data);
    if (plan.schedules) noteScheduled(trx, documentId, plan.locale);
  }
  return result;
};

const run = async (strapi: Core.Strapi, trx: Transaction, context: Context, next: Next): Promise<unknown> => {
  switch (context.action) {
    case 'unpublish':
      await keepNotice(strapi, trx, context);
      return recordUnpublication(strapi, trx, context, next);
    case 'discardDraft':
      await keepNotice(strapi, trx, context);
      return discardWithTimes(strapi, trx, context, next);
    case 'delete':
      await keepNotice(strapi, trx, context);
      return recordDeletion(strapi, trx, context, next);
    default:
      return guardWrite(strapi, trx, context, next);
  }
};

/** If SCHEDULE_FREEZES is set, refuses changes to scheduled articles. */
const runFrozen: typeof run = async (strapi, trx, context, next) => {
  const { documentId, locale, data } = context.params as WriteParams;
  if (documentId === undefined || !freezesSchedules(strapi)) return run(strapi, trx, context, next);
  await lockVersions(strapi, trx, documentId);
  const isCancelled = context.action === 'update' && sentTimes(data).publishAt === null;
  const written = locale ?? (await defaultLocale(strapi));
  const cancels = isCancelled && typeof written === 'string' ? written : undefined;
  const publishes = isPublication(context) ? { data } : undefined;
  const scope = { where: { documentId }, cancels, publishes };
  return refuseFrozenChanges(strapi, scope, () => run(strapi, trx, context, next));
};

/**
 * Guards the times of articles, whichever API the write comes from. It checks who may write them and which values are valid, refuses
 * publication before the embargo ends, and records the list of acts. The checks run before the first statement of the write, in the
 * same transaction.
 */
export const guardTimes =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const { uid, action } = context;
    if (uid !== ARTICLE) return next();
    const params = context.params as WriteParams;
    if (action === 'clone')
      return (await cloneWithEmbargo(strapi, context, next)) as Awaited<ReturnType<typeof next>>;
    if (formOf(strapi, context) !== undefined) {
      // The form may have been opened before a colleague scheduled the article or declared the change, and would then erase both. The
      // panel “Times” saves through its own route (`agenda/times-routes`).
      params.data = withoutUnsaidChange(withoutTimes(params.data));
    }
    if (action === 'create' || action === 'update') {
      const data = await withoutUnreadNulls(strapi, params.data);
      if (data) params.data = data;
    }
    const sent = Object.values(sentTimes(params.data));
    const ends = action === 'unpublish' || action === 'discardDraft' || action === 'delete';
    const writes = action === 'create' || action === 'update' || action === 'publish';
    if (!ends && !(writes && concernsTimes(strapi, context))) return next();
    const guarded = await strapi.db.transaction(async ({ trx }): Promise<unknown> => {
      let written = false;
      try {
        return await runFrozen(strapi, trx, context, async () => {
          const result: unknown = await next();
          written = true;
          return result;
        });
      } catch (error) {
        await hideInstants(strapi, error, sent);
        // Code that opened an outer transaction may catch this error and commit, which would keep half of the write.
        if (written) failAtCommit(trx, error);
        throw error;
      }
    });
    return guarded as Awaited<ReturnType<typeof next>>;
  };
