import { PRUNED_TABLE, WRITES_TABLE } from '../../plugin-names';
import { quoteText, quoteName } from './client';

/** The current snapshot. If two texts are equal, no transaction with an id began or ended between them. */
export const SNAPSHOT = 'select pg_current_snapshot()::text as snapshot';

/**
 * Whether logical replication applies another server's writes to this database. Such writes run no statement triggers:
 * https://www.postgresql.org/docs/current/logical-replication-architecture.html
 */
export const SUBSCRIBES =
  'exists (select from pg_subscription where subdbid = (select oid from pg_database where datname = current_database()))';

/**
 * A digest of the structure: the triggers, their tables and columns, and which transaction last changed each of these. A trigger
 * that was disabled for a while therefore looks different afterwards. A change of a table may change its rows without any trigger
 * firing: a different column type (`alter column … type … using`), a child table, or another table under its name. In the last case
 * the trigger moves along with the old table, which is no longer read. The same happens if a schema is renamed and another one takes
 * its name, or if a table of the same name is created in a schema that comes first in the search path. The digest also covers
 * subscriptions, and functions that are not PostgreSQL's own (PostgreSQL's have numbers below 16384), because both can be created at
 * any time, and the values of enums, which can be renamed (`alter type … rename value`).
 */
export const STRUCTURE = `select md5(string_agg(
    concat_ws(':', pg_trigger.oid, pg_trigger.xmin, relname, relnamespace, nspname, relfilenode, pg_class.xmin,
      pg_table_is_visible(pg_class.oid),
      (select string_agg(pg_attribute.xmin::text, ',' order by attnum) from pg_attribute where attrelid = pg_class.oid and attnum > 0),
      (select string_agg(inhrelid::text, ',' order by inhrelid) from pg_inherits where inhparent = pg_class.oid)),
    ';' order by pg_trigger.oid)) || ${SUBSCRIBES} || coalesce(
      (select md5(string_agg(concat_ws(':', pg_proc.oid, pg_proc.xmin), ',' order by pg_proc.oid))
        from pg_proc where pg_proc.oid >= 16384 and proname <> ${quoteText(WRITES_TABLE)}), '') || coalesce(
      (select md5(string_agg(concat_ws(':', pg_enum.oid, pg_enum.xmin), ',' order by pg_enum.oid)) from pg_enum), '') as structure
  from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
  where tgname = ${quoteText(WRITES_TABLE)} and tgenabled = 'A'`;

/**
 * The writes of transactions that the given snapshot does not see. It is one statement, so that all of it is read from one
 * snapshot. It never compares by the greatest id, a time or a sequence, because transactions commit in a different order than they
 * begin.
 *
 * `gaps` is true if rows were removed that the given snapshot may not have seen. `structure` is the current digest of the
 * structure.
 */
export const touchedSinceStatement = (schema: string): string => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map(
    (name) => `${quoteName(schema)}.${quoteName(name)}`,
  );
  return `select pg_current_snapshot()::text as snapshot,
    (${STRUCTURE}),
    (select pg_snapshot_xmin($1::pg_snapshot) <= before from ${pruned}) as gaps,
    array(select distinct table_name from ${writes}
      where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)) as tables`;
};

/**
 * Removes rows that every live node has seen long ago, and notes up to which transaction. Rows of transactions that are newer than
 * the oldest open one stay: a snapshot's `xmin` is that of the oldest one, so while that is open, `gaps` would be true for every
 * node at every question.
 */
export const pruneStatement = (schema: string, olderThanSeconds: number): string => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map(
    (name) => `${quoteName(schema)}.${quoteName(name)}`,
  );
  return `with gone as (delete from ${writes} where at < now() - interval '${Math.floor(olderThanSeconds)} seconds' and xid < pg_snapshot_xmin(pg_current_snapshot()) returning xid),
    last as (select xid from gone order by xid desc limit 1)
    update ${pruned} set before = last.xid from last where before < last.xid`;
};
