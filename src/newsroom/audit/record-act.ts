import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { ARTICLE_ACT } from '../type-names';
import { actingCaller } from './acting-caller';
import type { ArticleAct } from './acts';

/**
 * Adds one line to the list of acts, in the caller's transaction: the act and its line are committed together, or neither.
 * Who did it is whoever sent the request that is being answered, see {@link actingCaller}; the time is the database's.
 *
 * @throws what the database throws; the caller's transaction is lost then, and must not be committed
 */
export const recordAct = async (strapi: Core.Strapi, act: ArticleAct): Promise<void> => {
  await strapi.db.transaction(async () => {
    const at = await databaseTime(strapi);
    await strapi.db.query(ARTICLE_ACT).create({
      data: {
        documentId: randomBytes(12).toString('hex'),
        reason: null,
        reasons: null,
        before: null,
        after: null,
        ...act,
        ...actingCaller(strapi),
        at,
        createdAt: at,
        updatedAt: at,
        publishedAt: at,
      },
    });
  });
};
