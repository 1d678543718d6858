import type { Core } from '@strapi/strapi';
import { recordAct } from '../../audit/record-act';
import { storableReason } from '../../refusals/storable-reason';
import type { StoredReason } from '../../refusals/word-reasons';
import { decideDue } from './decide-due';
import { databaseTime } from '../../clock/database-time';
import { claimDue } from './due-rows';
import { insertNotices } from '../notices/insert-notices';
import { putOffRow } from './put-off';
import type { TimedRow } from '../stored-times';
import { ARTICLE } from '../../type-names';

/** @returns whether this node has held it back, and not another one */
const hold = async (strapi: Core.Strapi, row: TimedRow, why: StoredReason): Promise<boolean> =>
  await strapi.db.transaction(async ({ trx }): Promise<boolean> => {
    const { documentId, locale, publishAt, unpublishAt } = row;
    const isOver = decideDue(row, await databaseTime(strapi)) === 'both-passed';
    const taken = isOver ? (['publishAt', 'unpublishAt'] as const) : (['publishAt'] as const);
    if (!(await claimDue(strapi, trx, row, taken))) return false;
    // Readers may still have an older version: it is unpublished, though its replacement is held back.
    if (isOver) await strapi.documents(ARTICLE).unpublish({ documentId, locale });
    await recordAct(strapi, {
      articleDocumentId: documentId,
      articleLocale: locale,
      act: 'held-back',
      ...why,
      before: { publishAt, ...(isOver ? { unpublishAt } : {}) },
    });
    await insertNotices(strapi, row, why);
    return true;
  });

/**
 * Takes an article that may not go out off the schedule, records why, and has the desk and whoever scheduled it told
 * at the end of the turn. Never rejects: where the database fails, the article is due as before.
 */
export const holdBack = async (strapi: Core.Strapi, row: TimedRow, refused: StoredReason): Promise<void> => {
  const why = storableReason(refused);
  try {
    if (await hold(strapi, row, why)) {
      // Codes alone: words of a refusal may be those of the draft, and the log is read by others.
      const codes = why.reasons?.map(({ code }) => code).join(', ') ?? 'see the list of acts';
      strapi.log.warn(`Article ${row.documentId} (${row.locale}) was held back: ${codes}`);
    }
  } catch (error) {
    putOffRow(strapi, row);
    strapi.log.error(
      `Article ${row.documentId} (${row.locale}) could not be held back; it is tried again: ${String(error)}`,
    );
  }
};
