import type { Core } from '@strapi/strapi';

/** Looks at every table that changed much since it was last looked at, those too that this connection never read. */
const OPTIMIZE = 'pragma optimize = 0x10002';

/**
 * Keeps what SQLite knows of its tables up to date, as its documentation asks of connections that live long: without
 * it, SQLite takes every language for as rare as every ticker, and goes through a language for one ticker's articles.
 * PostgreSQL does so by itself (autovacuum).
 */
export const refreshSqliteStatistics = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  const optimize = async (): Promise<void> => {
    await strapi.db.connection.raw(OPTIMIZE);
  };
  await optimize();
  strapi.cron.add({
    'newsroom: what SQLite knows of its tables': { task: optimize, options: { rule: '@hourly' } },
  });
};
