import { PRUNED_TABLE, WRITES_TABLE } from '../../plugin-names';
import { literal, quoted } from './client';

/** Whether anything began or ended: equal texts mean that nothing did which has a transaction id. */
export const SNAPSHOT = 'select pg_current_snapshot()::text as snapshot';

/**
 * Which triggers are in place, and which transaction changed each last: one that was off for a while, or was made anew with
 * its table, is not the same.
 */
export const TRIGGERS = `select md5(string_agg(oid || ':' || xmin, ',' order by oid)) as triggers from pg_trigger where tgname = ${literal(WRITES_TABLE)} and tgenabled = 'A'`;

/**
 * What was written by transactions that the given snapshot does not see. All of it is one statement, so that it is of
 * one snapshot. Never by the greatest id, a time or a sequence: transactions commit in another order than they begin.
 *
 * `gaps` is true where rows were removed that the given snapshot may not have seen. `triggers` tells whether any has
 * changed by now.
 */
export const touchedSince = (schema: string): string => {
  const [writes, pruned] = [WRITES_TABLE, PRUNED_TABLE].map((name) => `${quoted(schema)}.${quoted(name)}`);
  return `select pg_current_snapshot()::text as snapshot,
    (${TRIGGERS}),
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
