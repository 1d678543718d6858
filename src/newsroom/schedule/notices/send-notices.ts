import type { Core } from '@strapi/strapi';
import { databaseTime } from '../../clock/database-time';
import { sendHeldBackEvent } from './held-back-event';
import { sendHeldBackMail } from './held-back-mail';
import { NOTICE, type Notice, type NoticeKind } from './notice';

/** The number of notices that are read at once. */
const AT_ONCE = 50;

const SEND: Readonly<Record<NoticeKind, (strapi: Core.Strapi, notice: Notice) => Promise<void>>> = {
  event: sendHeldBackEvent,
  'e-mail': sendHeldBackMail,
};

/** How long a node that has started to send a notice may do so: longer than a mail server takes. */
const LEASES_MS: Readonly<Record<NoticeKind, number>> = { event: 60_000, 'e-mail': 900_000 };

const LONGEST_WAIT_MS = 3_600_000;

/** The attempts of about a day, with the pauses of {@link waitMs}. */
const MOST_ATTEMPTS = 28;

/** One minute after the first attempt, then twice as long each time, up to one hour. */
const waitMs = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, 60_000 * 2 ** Math.min(attempts - 1, 6));

/** Claims a notice for the length of its lease. Of several nodes, one gets it. */
const claim = async (strapi: Core.Strapi, notice: Notice, now: Date): Promise<Notice | undefined> => {
  const { id, kind, attempts } = notice;
  const taken = { attempts: attempts + 1, dueAt: new Date(now.getTime() + LEASES_MS[kind]) };
  const { count } = await strapi.db.query(NOTICE).updateMany({ where: { id, attempts }, data: taken });
  return count === 1 ? { ...notice, ...taken } : undefined;
};

const tryAgainLater = async (strapi: Core.Strapi, notice: Notice, error: unknown): Promise<void> => {
  const { id, kind, attempts, articleDocumentId, articleLocale } = notice;
  const isOver = attempts >= MOST_ATTEMPTS;
  strapi.log.error(
    `The ${kind} about article ${articleDocumentId} (${articleLocale}), which was held back, was not sent` +
      `${isOver ? `, and is not tried again after ${attempts} attempts` : '; it is tried again'}: ${String(error)}`,
  );
  const held = { id, attempts };
  if (isOver) {
    await strapi.db.query(NOTICE).deleteMany({ where: held });
    return;
  }
  const dueAt = new Date((await databaseTime(strapi)).getTime() + waitMs(attempts));
  await strapi.db.query(NOTICE).updateMany({ where: held, data: { dueAt } });
};

const sendOne = async (strapi: Core.Strapi, notice: Notice): Promise<void> => {
  const { id, kind, attempts } = notice;
  try {
    await SEND[kind](strapi, notice);
  } catch (error) {
    await tryAgainLater(strapi, notice, error);
    return;
  }
  await strapi.db.query(NOTICE).deleteMany({ where: { id, attempts } });
};

const sendAll = async (strapi: Core.Strapi, isStopping: () => boolean): Promise<void> => {
  for (;;) {
    const now = await databaseTime(strapi);
    const due: Notice[] = await strapi.db
      .query(NOTICE)
      .findMany({ where: { dueAt: { $lte: now } }, orderBy: { id: 'asc' }, limit: AT_ONCE });
    if (due.length === 0) return;
    for (const notice of due) {
      if (isStopping()) return;
      const claimed = await claim(strapi, notice, now);
      if (claimed) await sendOne(strapi, claimed);
    }
  }
};

/**
 * Sends the notices that are due. A notice that fails is retried for about a day and then given up. It is sent twice if a process
 * dies between sending it and deleting its row, if sending takes longer than the lease, or if the row cannot be deleted. An event
 * counts as sent when Strapi has it, although Strapi's webhooks may lose it. Never rejects.
 */
export const sendNotices = async (strapi: Core.Strapi, isStopping: () => boolean): Promise<void> => {
  try {
    await sendAll(strapi, isStopping);
  } catch (error) {
    strapi.log.error(
      `Notices of what was held back could not be sent, and are sent at the next turn: ${String(error)}`,
    );
  }
};
