import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { databaseTime } from '../../clock/database-time';
import { reasonsOfError } from '../../refusals/reasons-of-error';
import type { RefusalReason } from '../../refusals/refusal-reason';
import { ARTICLE } from '../../type-names';
import { decideDue } from './decide-due';
import { claimDue } from './due-rows';
import { atDueInstant } from '../due-publication';
import { holdBack } from './hold-back';
import { forgetRow, putOffRow } from './put-off';
import type { SchedulerCheck } from './scheduler-rights';
import type { TimedRow } from '../stored-times';

/** Whether an error says that this article is not to be published, and not that something did not work. */
const isRefusal = (error: unknown): error is Error => error instanceof errors.ApplicationError;

const refusal = (code: RefusalReason['code'], message: string): errors.ApplicationError => {
  const reason: RefusalReason = { code, values: {} };
  return new errors.ApplicationError(message, { errors: [{ path: [], message, reason }] });
};

const noDraft = () => refusal('noDraft', 'There is no draft to publish any more.');

const bothPassed = () =>
  refusal(
    'bothPassed',
    'Both instants had passed when the newsroom came to it: it was not published, and is not published now.',
  );

interface PublishOptions {
  checkScheduler: SchedulerCheck;
}

const publish = async (
  strapi: Core.Strapi,
  row: TimedRow,
  publishAt: Date,
  { checkScheduler }: PublishOptions,
): Promise<void> => {
  await strapi.db.transaction(async ({ trx }) => {
    if (!(await claimDue(strapi, trx, row, ['publishAt']))) return;
    const now = await databaseTime(strapi);
    // Not by the time at which the row was read: it may have waited for many others since.
    if (decideDue(row, now) === 'both-passed') throw bothPassed();
    await checkScheduler(row);
    const { documentId, locale } = row;
    const { entries } = await atDueInstant(
      { at: publishAt, lateMs: now.getTime() - publishAt.getTime() },
      () => strapi.documents(ARTICLE).publish({ documentId, locale }),
    );
    if (entries.length === 0) throw noDraft();
  });
};

/**
 * Publishes a draft whose instant has come, in one transaction with the removal of the instant: exactly once on any number of
 * nodes, and again from the start where the process dies before the commit. What is refused is held back. Never rejects.
 */
export const publishDue = async (
  strapi: Core.Strapi,
  row: TimedRow,
  options: PublishOptions,
): Promise<void> => {
  const { publishAt, documentId, locale } = row;
  try {
    if (!publishAt) return;
    await publish(strapi, row, publishAt, options);
    forgetRow(strapi, row);
  } catch (error) {
    if (isRefusal(error)) {
      await holdBack(strapi, row, { reason: error.message, reasons: reasonsOfError(error) });
      return;
    }
    putOffRow(strapi, row);
    strapi.log.error(
      `Article ${documentId} (${locale}) is due, and could not be published; it is tried again: ${String(error)}`,
    );
  }
};
