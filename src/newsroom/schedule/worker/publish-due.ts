import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { databaseTime } from '../../clock/database-time';
import { reasonsOfError } from '../../refusals/reasons-of-error';
import type { RefusalReason } from '../../refusals/refusal-reason';
import type { StoredReason } from '../../refusals/word-reasons';
import { ARTICLE } from '../../type-names';
import { decideDue } from './decide-due';
import { claimDue } from './due-rows';
import { atDueInstant } from '../due-publication';
import { holdBack } from './hold-back';
import { forgetRow, putOffRow } from './put-off';
import { refuseSchedulerWithoutRight } from './scheduler';
import type { TimedRow } from '../stored-times';

/** Whether an error says that this article is not to be published, and not that something did not work. */
const isRefusal = (error: unknown): error is Error => error instanceof errors.ApplicationError;

const noDraft = (): errors.ApplicationError => {
  const message = 'There is no draft to publish any more.';
  const reason: RefusalReason = { code: 'noDraft', values: {} };
  return new errors.ApplicationError(message, { errors: [{ path: [], message, reason }] });
};

const BOTH_PASSED: StoredReason = {
  reason:
    'Both instants had passed when the newsroom came to it: it was not published, and is not published now.',
  reasons: [{ code: 'bothPassed', values: {} }],
};

const publish = async (strapi: Core.Strapi, row: TimedRow, publishAt: Date): Promise<void> => {
  await strapi.db.transaction(async ({ trx }) => {
    if (!(await claimDue(strapi, trx, row, { publishAt }))) return;
    const now = await databaseTime(strapi);
    await refuseSchedulerWithoutRight(strapi, row);
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
 *
 * @param readAt when the row was read, by the database's clock
 */
export const publishDue = async (strapi: Core.Strapi, row: TimedRow, readAt: Date): Promise<void> => {
  const { publishAt, documentId, locale } = row;
  try {
    const decision = decideDue(row, readAt);
    if (decision === 'nothing' || !publishAt) return;
    if (decision === 'both-passed') await holdBack(strapi, row, BOTH_PASSED);
    else await publish(strapi, row, publishAt);
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
