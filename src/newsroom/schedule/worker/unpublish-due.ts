import type { Core } from '@strapi/strapi';
import { recordAct } from '../../audit/record-act';
import { databaseTime } from '../../clock/database-time';
import { ARTICLE } from '../../type-names';
import { claimDue } from './due-rows';
import { atDueInstant } from '../due-publication';
import { forgetRow, putOffRow } from './put-off';
import type { TimedRow } from '../stored-times';

/**
 * Unpublishes an article whose instant has come, exactly once on any number of nodes. An end may be set before the article is published;
 * if it never was, the list of acts says so. Never rejects.
 */
export const unpublishDue = async (strapi: Core.Strapi, row: TimedRow): Promise<void> => {
  const { unpublishAt, documentId, locale } = row;
  try {
    if (!unpublishAt) return;
    await strapi.db.transaction(async ({ trx }) => {
      if (!(await claimDue(strapi, trx, row, ['unpublishAt']))) return;
      const now = await databaseTime(strapi);
      const isOut = await strapi.db
        .query(ARTICLE)
        .count({ where: { documentId, locale, publishedAt: { $notNull: true } } });
      if (!isOut) {
        await recordAct(strapi, {
          ...{ articleDocumentId: documentId, articleLocale: locale, act: 'end-passed' },
          before: { unpublishAt },
        });
        return;
      }
      await atDueInstant({ at: unpublishAt, lateMs: now.getTime() - unpublishAt.getTime() }, () =>
        strapi.documents(ARTICLE).unpublish({ documentId, locale }),
      );
    });
    forgetRow(strapi, row);
  } catch (error) {
    putOffRow(strapi, row);
    strapi.log.error(
      `Article ${documentId} (${locale}) is due, and could not be unpublished; it is tried again: ${String(error)}`,
    );
  }
};
