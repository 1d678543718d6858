import type { Core } from '@strapi/strapi';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import { refuseCloneOfRetracted } from '../retraction/keep-notice';
import { failAtCommit, type Transaction } from '../strapi/fail-at-commit';
import { NO_TIMES } from './article-times';
import { latestEmbargo, lockVersions } from './stored-times';
import type { Context, WriteParams } from './write-call';

/** The end of the embargo of the cloned article, from any of its locales; null if it is not under embargo. */
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
 * Runs `clone`. The copy is a new article that must be published separately, so it has no times. An embargo is kept in each copied
 * locale: the text is the same, and otherwise anybody who may create and publish could publish it early.
 *
 * @throws ValidationError for a retracted article, if the caller may not retract articles
 */
export const cloneWithEmbargo = (
  strapi: Core.Strapi,
  context: Context,
  next: () => Promise<unknown>,
): Promise<unknown> =>
  strapi.db.transaction(async ({ trx }): Promise<unknown> => {
    const params = context.params as WriteParams;
    await refuseCloneOfRetracted(strapi, trx, params.documentId);
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
      // Code that opened an outer transaction may catch this error, and would then commit a clone without its line in the list of
      // acts.
      failAtCommit(trx, error);
      throw error;
    }
    return result;
  });
