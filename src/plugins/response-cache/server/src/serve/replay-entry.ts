import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { askTogether } from '../freshness/ask-together';
import { endedBy, isTouched } from '../freshness/ledger';
import { EVERY_TABLE } from '../plugin-names';
import { countOf } from '../status/counters';

/** The entry of a key, and the table that was written to since it was last known to hold; undefined where none was. */
export interface FoundEntry {
  entry: Entry;
  touched: string | undefined;
}

/** Drops an entry, where it is still there, and remembers that it was. @param why the table whose write ended it */
const drop = (cache: Cache, key: string, entry: Entry, why: string): void => {
  countOf(cache.counters.drops, why);
  cache.ended.set(key, true);
  if (cache.entries.peek(key) === entry) cache.entries.delete(key);
};

/** Looks up a key as of the last question. An entry that does not hold, and cannot be run again, is dropped. */
export const findEntry = (cache: Cache, key: string): FoundEntry | undefined => {
  const entry = cache.entries.get(key);
  if (!entry) return undefined;
  const touched = endedBy(cache.ledger, entry);
  const isInTime = Date.now() < entry.validUntil;
  if (isInTime && touched === undefined) return { entry, touched };
  // Where it is not known which tables were written to, tables may have been replaced, or somebody pressed *Clear*.
  if (isInTime && touched !== EVERY_TABLE && entry.statements && cache.replayer) return { entry, touched };
  drop(cache, key, entry, touched ?? '(time)');
  return undefined;
};

/** An entry whose tables are written to all the time is filled again, which at least ends. */
const MOST_RUNS = 3;

type Outcome = keyof Cache['counters']['replays'];

const runAgain = async (cache: Cache, entry: Entry): Promise<Outcome> => {
  const { ledger, replayer, questions } = cache;
  const { statements, tables } = entry;
  if (!statements || !replayer) return 'failed';
  for (let run = 1; run <= MOST_RUNS; run += 1) {
    if (endedBy(ledger, { ...entry }) === EVERY_TABLE) return 'failed';
    // Before the snapshot is taken: what is committed in between counts as written after it.
    const stamped = { generation: ledger.generation, tables };
    const touched = statements.filter((statement) =>
      statement.tables.some((table) => isTouched(ledger, table, entry.generation)),
    );
    if (!(await replayer.repeats(touched))) return 'changed';
    // The other statements give what they gave only if nobody has written to their tables until after the snapshot. Else
    // there may be no instant at which the database had both what was looked at and what was not.
    if (!(await askTogether(questions))) return 'failed';
    if (endedBy(ledger, stamped) === undefined) {
      entry.generation = Math.max(entry.generation, stamped.generation);
      return 'same';
    }
  }
  return 'failed';
};

/**
 * Runs again those of an entry's statements whose tables were written to. Where all rows are the same, the entry is what
 * Strapi would answer from that snapshot; else it is dropped.
 *
 * The promise is in `cache.replaying` for others that ask for the same. They must ask the database once more: the snapshot
 * may have been taken before they came.
 *
 * @returns whether it held at an instant after the call
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
