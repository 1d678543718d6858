import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import { failAtCommit, type Transaction } from '../strapi/fail-at-commit';
import { NO_TIMES } from './article-times';
import { latestEmbargo, lockVersions } from './stored-times';
import type { Context, WriteParams } from './write-call';

/** Until when what is cloned is kept from readers, in whichever locale that was entered; null where it is not. */
const embargoOfSource = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
): Promise<Date | null> => {
  const { documentId } = context.params as WriteParams;
  if (documentId === undefined) return null;
  const versions = await lockVersions(strapi, trx, documentId);
  const until = latestEmbargo(versions.filter(({ isPublished }) => !isPublished));
  return until && until > (await databaseTime(strapi)) ? until : null;
};

/**
 * Runs `clone`. A clone is another article, which goes out when somebody says so: it has none of the times. An embargo stays, in each
 * locale that is copied: the words are the same, and without it whoever may create and publish would put them before readers.
 */
export const cloneWithEmbargo = (
  strapi: Core.Strapi,
  context: Context,
  next: () => Promise<unknown>,
): Promise<unknown> =>
  strapi.db.transaction(async ({ trx }): Promise<unknown> => {
    const params = context.params as WriteParams;
    const embargoUntil = await embargoOfSource(strapi, trx, context);
    params.data = { ...params.data, ...NO_TIMES, embargoUntil };
    const result = await next();
    if (!embargoUntil) return result;
    const { entries } = result as { entries: { documentId: string; locale: string }[] };
    try {
      for (const { documentId, locale } of entries) {
        await recordAct(strapi, {
          articleDocumentId: documentId,
          articleLocale: locale,
          act: 'embargoed',
          before: { embargoUntil: null },
          after: { embargoUntil },
        });
      }
    } catch (error) {
      // Whoever opened the transaction and catches the error would commit a clone without its line in the list of acts.
      failAtCommit(trx, error);
      throw error;
    }
    return result;
  });
