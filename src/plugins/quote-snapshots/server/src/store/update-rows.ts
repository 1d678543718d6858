import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import { columnsOf, tableNameOf } from '../strapi/tables';
import { locksRows, type Transaction } from './transaction';

/** The types of columns that PostgreSQL has to be told: parameters in a list of values are text to it. */
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
  /** The transaction to take part in; without one, the statement is one of its own. */
  trx?: Transaction;
  /** What a row must be like, when its turn has come, to be written. */
  guard?: { state: string; leaseOwner: string };
}

/**
 * Writes different values onto many snapshots in one statement, which can only update: a row that a rollback or a
 * transfer has taken away stays away. An upsert would bring it back as it was last known here.
 */
export const createRowUpdater = (strapi: Core.Strapi) => {
  const tableName = tableNameOf(strapi, SNAPSHOT_UID);
  const schema = strapi.db.getSchemaName();
  const locks = locksRows(strapi);

  /** `cast(given.price as double precision)` on PostgreSQL; SQLite gives a value the type of the column it goes into. */
  const typed = new Map<string, string>();
  for (const { column, type: ofStrapi } of columnsOf(strapi, SNAPSHOT_UID)) {
    const type = COLUMN_TYPES[ofStrapi];
    if (type) typed.set(column, locks ? `cast(given."${column}" as ${type})` : `given."${column}"`);
  }
  const valueOf = (column: string): string => {
    const value = typed.get(column);
    if (!value)
      throw new Error(`The column "${column}" of ${tableName} has a type that cannot be written here.`);
    return value;
  };

  /**
   * @param rows by columns, with the same columns each, `id` among them; at most as many as fit in a statement
   * @param columns those to write
   * @returns the documentIds of those that were written
   */
  return async (
    rows: readonly Record<string, unknown>[],
    columns: readonly string[],
    { trx, guard }: UpdateOptions = {},
  ): Promise<string[]> => {
    if (rows.length === 0) return [];
    const table = schema ? `"${schema}"."${tableName}"` : `"${tableName}"`;
    const names = ['id', ...columns];
    const list = (parts: readonly string[]): string => parts.join(', ');
    const values = list(rows.map(() => `(${list(names.map(() => '?'))})`));
    const may = (alias: string): string =>
      guard ? `and ${alias}.state = ? and ${alias}.lease_owner = ?` : '';
    const guarded = guard ? [guard.state, guard.leaseOwner] : [];
    // PostgreSQL would update in the order of its plan. Everybody locks snapshots in order of id: so does this.
    const held = `, held as materialized (
      select one.id from ${table} as one
      where one.id in (select ${valueOf('id')} from given) ${may('one')}
      order by one.id for update
    )`;
    const sql = `
      with given(${list(names.map((name) => `"${name}"`))}) as (values ${values})${locks ? held : ''}
      update ${table} as target
      set ${list(columns.map((name) => `"${name}" = ${valueOf(name)}`))}
      from given
      where target.id = ${valueOf('id')} ${may('target')} ${locks ? 'and target.id in (select id from held)' : ''}
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
};
