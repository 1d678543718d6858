import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';

/** By name: the columns of an index that a list of the record is read from, newest first. */
const LISTS: Readonly<Record<string, readonly [...string[], newest: string]>> = {
  quote_snapshots_captured_newest: ['captured_at'],
  quote_snapshots_created_newest: ['created_at'],
  quote_snapshots_updated_newest: ['updated_at'],
  quote_snapshots_instrument_newest: ['instrument', 'captured_at'],
  quote_snapshots_document_newest: ['related_document_id', 'captured_at'],
};

/**
 * Gives the record the indexes that its lists are read from, newest first, whatever its size.
 *
 * Strapi's `indexes` in a schema cannot say `desc`, and without it the database sorts: Strapi adds `id asc` to every
 * order. An index that no schema ever named is left alone when Strapi changes tables; one that was lost all the same is
 * made again at the next start.
 */
export const addListIndexes = async (strapi: Core.Strapi): Promise<void> => {
  const { tableName } = strapi.db.metadata.get(SNAPSHOT_UID);
  const there = await strapi.db.dialect.schemaInspector.getIndexes(tableName);
  const names = new Set(there.map(({ name }) => name));
  const missing = Object.entries(LISTS).filter(([name]) => !names.has(name));
  if (missing.length === 0) return;
  const schema = strapi.db.getSchemaName();
  const table = schema ? `${schema}.${tableName}` : tableName;
  await strapi.db.transaction(async ({ trx }) => {
    // Two nodes that start at once would both find an index missing, and the second would fail to make it.
    if (strapi.db.dialect.client === 'postgres') {
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['quote-snapshots: list indexes']);
    }
    for (const [name, columns] of missing) {
      const order = `${columns.map(() => '??').join(', ')} desc, id`;
      await trx.raw(`create index if not exists ?? on ?? (${order})`, [name, table, ...columns]);
    }
  });
};
