import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { askTogether } from '../freshness/ask-together';
import { findEndingTable, isTouched } from '../freshness/ledger';
import { EVERY_TABLE } from '../plugin-names';
import { countOf } from '../status/counters';

/** The entry of a key, and the table that was written to since the entry was last known to be valid; undefined if no table was. */
export interface FoundEntry {
  entry: Entry;
  touched: string | undefined;
}

/** Drops an entry if it is still there, and remembers its key. @param why the table whose write ended it */
const drop = (cache: Cache, key: string, entry: Entry, why: string): void => {
  countOf(cache.counters.drops, why);
  cache.ended.set(key, true);
  if (cache.entries.peek(key) === entry) cache.entries.delete(key);
};

/** Looks up a key, as of the last question to the database. An entry that is not valid and cannot be run again is dropped. */
export const findEntry = (cache: Cache, key: string): FoundEntry | undefined => {
  const entry = cache.entries.get(key);
  if (!entry) return undefined;
  const touched = findEndingTable(cache.ledger, entry);
  const isInTime = Date.now() < entry.validUntil;
  if (isInTime && touched === undefined) return { entry, touched };
  // If it is not known which tables were written to, tables may have been replaced, or somebody pressed *Clear*.
  if (isInTime && touched !== EVERY_TABLE && entry.statements && cache.replayer) return { entry, touched };
  drop(cache, key, entry, touched ?? '(time)');
  return undefined;
};

/** The most runs of one check. An entry whose tables are written to all the time is filled again instead, which at least ends. */
const MOST_RUNS = 3;

type Outcome = keyof Cache['counters']['replays'];

const runAgain = async (cache: Cache, entry: Entry): Promise<Outcome> => {
  const { ledger, replayer, questions } = cache;
  const { statements, tables } = entry;
  if (!statements || !replayer) return 'failed';
  for (let run = 1; run <= MOST_RUNS; run += 1) {
    if (findEndingTable(ledger, { ...entry }) === EVERY_TABLE) return 'failed';
    // This is noted before the snapshot is taken, so a commit in between counts as written after it.
    const stamped = { generation: ledger.generation, tables };
    const touched = statements.filter((statement) =>
      statement.tables.some((table) => isTouched(ledger, table, entry.generation)),
    );
    if (!(await replayer.repeats(touched))) return 'changed';
    // The other statements still give the same rows only if their tables were not written to until after the snapshot. Otherwise
    // there may be no instant at which the database had both the rows that were checked and the rows that were not.
    if (!(await askTogether(questions))) return 'failed';
    if (findEndingTable(ledger, stamped) === undefined) {
      entry.generation = Math.max(entry.generation, stamped.generation);
      return 'same';
    }
  }
  return 'failed';
};

/**
 * Runs again those statements of an entry whose tables were written to. If all rows are the same, the entry is what Strapi would
 * answer from that snapshot. Otherwise it is dropped.
 *
 * The promise is in `cache.replaying` for other requests for the same key. They must ask the database once more, because the
 * snapshot may have been taken before they arrived.
 *
 * @returns whether the entry was valid at an instant after the call
 */
export const replayEntry = (cache: Cache, key: string, entry: Entry, touched: string): Promise<boolean> => {
  const replaying = runAgain(cache, entry)
    .catch((): Outcome => 'failed')
    .then((outcome) => {
      cache.counters.replays[outcome] += 1;
      const holds = outcome === 'same' && Date.now() < entry.validUntil;
      if (!holds) drop(cache, key, entry, touched);
      return holds;
    })
    .finally(() => {
      if (cache.replaying.get(key) === replaying) cache.replaying.delete(key);
    });
  cache.replaying.set(key, replaying);
  return replaying;
};
