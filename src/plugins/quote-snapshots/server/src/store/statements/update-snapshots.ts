import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { locksRows, type Transaction } from '../transaction';
import { columnsOf, tableNameOf } from '../../strapi/tables';

/** Column types for PostgreSQL, which otherwise treats parameters in a list of values as text. */
const COLUMN_TYPES: Readonly<Record<string, string>> = {
  increments: 'integer',
  integer: 'integer',
  float: 'double precision',
  boolean: 'boolean',
  datetime: 'timestamp',
  string: 'text',
  text: 'text',
  enumeration: 'text',
  json: 'jsonb',
  relation: 'integer',
};

export interface UpdateOptions {
  /** The transaction to take part in. Without it, the statement is a transaction of its own. */
  trx?: Transaction;
  /** A row is written only if it has these values at the moment of writing. */
  guard?: { state: string; leaseOwner: string };
}

/**
 * The value of a given row for each column, as `cast(given."price" as double precision)` on PostgreSQL. SQLite converts a value to
 * the type of its column, so it needs no cast.
 */
const givenValues = (strapi: Core.Strapi): ((column: string) => string) => {
  const needsTypes = locksRows(strapi);
  const types = new Map(
    columnsOf(strapi, SNAPSHOT_UID).map(({ column, type }) => [column, COLUMN_TYPES[type]] as const),
  );
  return (column) => {
    const type = types.get(column);
    if (!type)
      throw new Error(`The column "${column}" of the record has a type that cannot be written here.`);
    return needsTypes ? `cast(given."${column}" as ${type})` : `given."${column}"`;
  };
};

/**
 * Writes different values to many snapshots in one statement. The statement can only update. A row that a rollback or a transfer
 * has removed stays removed; an upsert would bring it back as this process last knew it.
 *
 * @param rows by columns, all with the same columns, `id` among them; at most as many as fit in a statement
 * @param columns the columns to write
 * @returns the documentIds of the written rows
 */
export const updateSnapshots = async (
  strapi: Core.Strapi,
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
  { trx, guard }: UpdateOptions = {},
): Promise<string[]> => {
  if (rows.length === 0) return [];
  const tableName = tableNameOf(strapi, SNAPSHOT_UID);
  const schema = strapi.db.getSchemaName();
  const table = schema ? `"${schema}"."${tableName}"` : `"${tableName}"`;
  const locks = locksRows(strapi);
  const valueOf = givenValues(strapi);
  const names = ['id', ...columns];
  const list = (parts: readonly string[]): string => parts.join(', ');
  const values = list(rows.map(() => `(${list(names.map(() => '?'))})`));
  const may = (alias: string): string => (guard ? `and ${alias}.state = ? and ${alias}.lease_owner = ?` : '');
  const guarded = guard ? [guard.state, guard.leaseOwner] : [];
  // PostgreSQL would lock rows in the order of its plan. Here they are locked in the order of their ids, as everywhere in the
  // plugin.
  const locked = `, locked as materialized (
      select one.id from ${table} as one
      where one.id in (select ${valueOf('id')} from given) ${may('one')}
      order by one.id for update
    )`;
  const sql = `
      with given(${list(names.map((name) => `"${name}"`))}) as (values ${values})${locks ? locked : ''}
      update ${table} as target
      set ${list(columns.map((name) => `"${name}" = ${valueOf(name)}`))}
      from given
      where target.id = ${valueOf('id')} ${may('target')} ${locks ? 'and target.id in (select id from locked)' : ''}
      returning document_id`;
  const bindings = [
    ...rows.flatMap((row) => names.map((name) => row[name] ?? null)),
    ...(locks ? guarded : []),
    ...guarded,
  ];
  const answer: { document_id: string }[] | { rows: { document_id: string }[] } = await (
    trx ?? strapi.db.connection
  ).raw(sql, bindings);
  return ('rows' in answer ? answer.rows : answer).map(({ document_id }) => document_id);
};
