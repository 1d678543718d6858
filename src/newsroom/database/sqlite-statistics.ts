import type { Core } from '@strapi/strapi';

/**
 * Analyzes every table that has changed much, including tables that this connection never read
 * (https://sqlite.org/pragma.html#pragma_optimize).
 */
const OPTIMIZE = 'pragma optimize = 0x10002';

/**
 * Keeps SQLite's statistics up to date, as its documentation recommends for long-lived connections. Without statistics SQLite
 * assumes that a locale is as rare as a ticker, and reads all articles of a locale to find those of one ticker. PostgreSQL updates
 * its statistics by itself (autovacuum).
 */
export const refreshSqliteStatistics = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  const optimize = async (): Promise<void> => {
    await strapi.db.connection.raw(OPTIMIZE);
  };
  await optimize();
  strapi.cron.add({
    'newsroom: SQLite statistics': { task: optimize, options: { rule: '@hourly' } },
  });
};
