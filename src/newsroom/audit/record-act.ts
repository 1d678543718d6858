import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { ARTICLE_ACT } from '../type-names';
import { actingCaller } from './acting-caller';
import type { ArticleAct } from './acts';

/**
 * Adds one line to the list of acts, in the caller's transaction, so that the act and its line are committed together or not at
 * all. The actor is the caller of the current request, see {@link actingCaller}. The time is the database's.
 *
 * @throws the database's error; the caller's transaction is then unusable and must not be committed
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
