import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ARTICLE } from '../../type-names';
import { POSTGRES_NOW, POSTGRES_POSITION } from './postgres-triggers';
import { PUBLICATIONS_TABLE } from './publications-table';
import { SQLITE_NOW, SQLITE_POSITION } from './sqlite-triggers';

/** The plugin's events about quotes. Each is sent at least once, after the quotes are committed. */
const EVENTS = ['captured', 'failed', 'corrected', 'voided'].map((name) => `quote-snapshots.${name}`);

const quotesOfArticle = z.object({
  uid: z.literal(ARTICLE),
  documentId: z.string(),
  locale: z.string().nullish(),
});

/**
 * Moves an article to the end of the order of changes, if it was ever published.
 *
 * This is a transaction of its own. A trigger on the table of quotes would wait for running publications, while they wait for the
 * quotes that it locks.
 */
const recordChange = async (strapi: Core.Strapi, documentId: string, locale: string): Promise<void> => {
  const isPostgres = strapi.db.dialect.client === 'postgres';
  await strapi.db.transaction(async ({ trx }) => {
    await strapi.db
      .getConnection(PUBLICATIONS_TABLE)
      .transacting(trx)
      .where({ document_id: documentId, locale })
      .update({
        position: trx.raw(isPostgres ? POSTGRES_POSITION : SQLITE_POSITION),
        changed_at: trx.raw(isPostgres ? POSTGRES_NOW : SQLITE_NOW),
      });
  });
};

/** Makes an article count as changed when its quotes are captured, replaced or voided after its publication. */
export const followQuotes = (strapi: Core.Strapi): void => {
  for (const event of EVENTS) {
    strapi.eventHub.on(event, async (payload: unknown) => {
      const told = quotesOfArticle.safeParse(payload);
      if (told.success) await recordChange(strapi, told.data.documentId, told.data.locale ?? '');
    });
  }
};
