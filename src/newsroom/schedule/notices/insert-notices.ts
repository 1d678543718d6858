import type { Core } from '@strapi/strapi';
import { databaseTime } from '../../clock/database-time';
import type { StoredReason } from '../../refusals/word-reasons';
import type { TimedRow } from '../stored-times';
import { deskAddress } from './held-back-mail';
import { NOTICE, type NoticeKind } from './notice';

/**
 * Notes that an article was held back and whom to tell: an event for webhooks and, where SCHEDULE_DESK_EMAIL is set, an e-mail.
 * In the caller's transaction: what is held back is told, whatever becomes of this process.
 */
export const insertNotices = async (
  strapi: Core.Strapi,
  { documentId, locale, publishAt }: TimedRow,
  why: StoredReason,
): Promise<void> => {
  const kinds: NoticeKind[] = deskAddress(strapi) === undefined ? ['event'] : ['event', 'e-mail'];
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
