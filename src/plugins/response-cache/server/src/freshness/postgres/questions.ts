import { PRUNED_TABLE, WRITES_TABLE } from '../../plugin-names';
import { literal, quoted } from './client';

/** Whether anything began or ended: equal texts mean that nothing did which has a transaction id. */
export const SNAPSHOT = 'select pg_current_snapshot()::text as snapshot';

/**
 * Whether another server's writes are applied to this database by logical replication, which runs no trigger of a statement:
 * https://www.postgresql.org/docs/current/logical-replication-architecture.html
 */
export const SUBSCRIBES =
  'exists (select from pg_subscription where subdbid = (select oid from pg_database where datname = current_database()))';

/**
 * Which triggers are in place, on which tables of which columns, and which transaction changed each of these last. A trigger
 * that was off for a while is not the same afterwards. A change of a table may change its rows, and no trigger sees that: another
 * type of a column (`alter column … type … using`), a child table, another table under its name. The last takes the trigger
 * along, to a table that nobody reads any more. And whether there is a subscription, and which functions there are that are not
 * PostgreSQL's own (these have numbers below 16384), since both can be made at any time.
 */
export const STRUCTURE = `select md5(string_agg(
    concat_ws(':', pg_trigger.oid, pg_trigger.xmin, relname, relnamespace, relfilenode, pg_class.xmin,
      (select string_agg(pg_attribute.xmin::text, ',' order by attnum) from pg_attribute where attrelid = pg_class.oid and attnum > 0),
      (select string_agg(inhrelid::text, ',' order by inhrelid) from pg_inherits where inhparent = pg_class.oid)),
    ';' order by pg_trigger.oid)) || ${SUBSCRIBES} || coalesce(
      (select md5(string_agg(concat_ws(':', pg_proc.oid, pg_proc.xmin), ',' order by pg_proc.oid))
        from pg_proc where pg_proc.oid >= 16384 and proname <> ${literal(WRITES_TABLE)}), '') as structure
  from pg_trigger join pg_class on pg_class.oid = tgrelid
  where tgname = ${literal(WRITES_TABLE)} and tgenabled = 'A'`;

/**
 * What was written by transactions that the given snapshot does not see. All of it is one statement, so that it is of
 * one snapshot. Never by the greatest id, a time or a sequence: transactions commit in another order than they begin.
 *
 * `gaps` is true where rows were removed that the given snapshot may not have seen. `structure` tells whether
 * that has changed by now.
 */
export const touchedSince = (schema: string): string => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map((name) => `${quoted(schema)}.${quoted(name)}`);
  return `select pg_current_snapshot()::text as snapshot,
    (${STRUCTURE}),
    (select pg_snapshot_xmin($1::pg_snapshot) <= before from ${pruned}) as gaps,
    array(select distinct table_name from ${writes}
      where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)) as tables`;
};

/** Removes rows that every node that is alive has long seen, and notes up to where. */
export const prune = (schema: string, olderThanSeconds: number): string => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map((name) => `${quoted(schema)}.${quoted(name)}`);
  return `with gone as (delete from ${writes} where at < now() - interval '${Math.floor(olderThanSeconds)} seconds' returning xid),
    last as (select xid from gone order by xid desc limit 1)
    update ${pruned} set before = last.xid from last where before < last.xid`;
};
