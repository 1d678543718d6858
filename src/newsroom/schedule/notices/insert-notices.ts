import type { Core } from '@strapi/strapi';
import { databaseTime } from '../../clock/database-time';
import type { StoredReason } from '../../refusals/word-reasons';
import type { TimedRow } from '../stored-times';
import { sendsMails } from './held-back-mail';
import { NOTICE, type NoticeKind } from './notice';

/**
 * Stores the notices of an article that was held back: an event for webhooks and, where e-mails are sent, an e-mail. It
 * writes in the caller's transaction, so that the notices are sent even if this process dies.
 */
export const insertNotices = async (
  strapi: Core.Strapi,
  { documentId, locale, publishAt }: TimedRow,
  why: StoredReason,
): Promise<void> => {
  const kinds: NoticeKind[] = sendsMails(strapi) ? ['event', 'e-mail'] : ['event'];
  const dueAt = await databaseTime(strapi);
  for (const kind of kinds) {
    await strapi.db.query(NOTICE).create({
      data: {
        ...{ kind, publishAt, dueAt, attempts: 0, ...why },
        ...{ articleDocumentId: documentId, articleLocale: locale },
      },
    });
  }
};
