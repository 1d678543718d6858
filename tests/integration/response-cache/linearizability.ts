import { writeFile } from 'node:fs/promises';
import type { Suite } from '../../support/describe-newsroom';
import { cacheWriters } from '../../support/cache-writers/all';
import { runLinearizability, type Findings, type Register } from '../../support/linearizability';
import type { Database } from '../../support/newsroom';
import type { Node } from '../../support/node';
import { addressOf, cacheOf, startSecondNode, type RunningCache } from '../../support/response-cache';

/** The benchmark (`bench/cache/no-stale-answers.ts`) has a hundred thousand, and wants the findings in a file. */
const HITS = Number(process.env.CACHE_HITS ?? 1_000);
const FINDINGS = process.env.CACHE_FINDINGS;
/** The tests wait for writes of every kind: readers without a pause would take both nodes' processors meanwhile. */
const READER_PAUSE_MS = process.env.CACHE_HITS ? 0 : 15;
/** A broken cache is found out long before; one that never hits would be waited for in vain. */
const MOST_ANSWERS = 20 * HITS;
/** Each kind of writer has had a turn by then. */
const WRITES = 25;

/** What tells the triggers from others that were made in their place. */
const TRIGGERS: Record<Database, string> = {
  sqlite: `select group_concat(rowid) as triggers from sqlite_master where type = 'trigger' and name like 'response_cache%'`,
  postgres: `select string_agg(oid::text, ',' order by oid) as triggers from pg_trigger where tgname = 'response_cache_writes'`,
};

/** Promises of the app are not those of Jest's sandbox, so that `instanceof` tells nothing. */
const isLater = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | undefined)?.then === 'function';

export const linearizability =
  (database: Database): Suite =>
  (newsroom) => {
    let second: { node: Node; address: string };
    let address: string;
    let registers: Register[];
    let triggers: { beforeStart: string; afterStart: string };

    const triggersNow = async (): Promise<string> => {
      const found = await newsroom().strapi.db.connection.raw(TRIGGERS[database]);
      return (database === 'sqlite' ? found : found.rows)[0].triggers;
    };

    beforeAll(async () => {
      address = await addressOf(newsroom());
      const beforeStart = await triggersNow();
      second = await startSecondNode();
      triggers = { beforeStart, afterStart: await triggersNow() };
      registers = await cacheWriters(newsroom(), address, second.node);
    });
    afterAll(async () => {
      await second?.node.do('stop');
    });

    /** Runs with one thing broken, on this node alone and with these writers, until the fault shows. */
    const runBroken = async (
      names: readonly string[],
      breakIt: (cache: RunningCache) => () => void,
      pauseMs = 10,
    ): Promise<Findings> => {
      const cache = cacheOf(newsroom().strapi);
      // The first answer is read while somebody waits to write: a hit would be all that is asked for until they have written.
      cache.entries.clear();
      const mend = breakIt(cache);
      try {
        return await runLinearizability({
          registers: registers.filter(({ name }) => names.includes(name)),
          nodes: [address],
          readers: 12,
          writers: Math.min(2, names.length),
          pauseMs,
          enough: ({ stale, answers }) => stale.length > 0 || answers > MOST_ANSWERS,
        });
      } finally {
        mend();
        cache.entries.clear();
      }
    };

    it('a node that starts finds its triggers there, and makes none anew', () => {
      expect(triggers.beforeStart).toMatch(/^\d+(,\d+)+$/);
      // An earlier suite may have made a table since the first node started, which gets its triggers now.
      const after = new Set(triggers.afterStart.split(','));
      expect(triggers.beforeStart.split(',').filter((id) => !after.has(id))).toEqual([]);
    });

    it('answers only what the database had while the request was under way, on two nodes', async () => {
      const findings = await runLinearizability({
        registers,
        nodes: [address, second.address],
        readers: 12,
        writers: 2,
        pauseMs: 500,
        readerPauseMs: READER_PAUSE_MS,
        enough: ({ hits, writes, stale, answers }) =>
          (hits >= HITS && writes >= WRITES) || stale.length > 0 || answers >= MOST_ANSWERS,
      });
      if (FINDINGS) await writeFile(FINDINGS, JSON.stringify(findings));
      expect(findings.stale).toEqual([]);
      expect(findings.hits).toBeGreaterThanOrEqual(HITS);
    });

    it('notices where the moment of an answer is taken after it was read', async () => {
      const { stale } = await runBroken(
        database === 'sqlite' ? ['between'] : ['graphql', 'knex'],
        (cache) => {
          const set = cache.entries.set.bind(cache.entries);
          cache.entries.set = (key, entry) => {
            void Promise.resolve(cache.questions.ask()).then(
              () => (entry.generation = cache.ledger.generation),
              // Several are asked at once here, and on a busy machine one may take too long.
              () => undefined,
            );
            return set(key, entry);
          };
          return () => (cache.entries.set = set);
        },
      );
      expect(stale.length).toBeGreaterThan(0);
    });

    it('notices where a table has no trigger', async () => {
      const { stale } = await runBroken(['late capture'], (cache) => {
        const ask = cache.freshness.ask.bind(cache.freshness);
        const without = (touched: unknown): unknown =>
          Array.isArray(touched) ? touched.filter((table) => table !== 'quote_snapshots') : touched;
        cache.freshness.ask = () => {
          const touched = ask();
          return isLater(touched) ? touched.then(without) : without(touched);
        };
        return () => (cache.freshness.ask = ask);
      });
      expect(stale.length).toBeGreaterThan(0);
    });

    it('notices where an answer is kept without looking at its rows', async () => {
      const { stale } = await runBroken(['knex', 'relation'], (cache) => {
        const { replayer } = cache;
        const { repeats } = replayer;
        replayer.repeats = () => true;
        return () => (replayer.repeats = repeats);
      });
      expect(stale.length).toBeGreaterThan(0);
    });

    // SQLite has one writer at a time: nothing is committed out of order.
    if (database === 'postgres')
      it('notices where writes are told apart by the greatest id, since ids commit out of order', async () => {
        const { stale } = await runBroken(
          ['transaction', 'knex'],
          (cache) => {
            const ask = cache.freshness.ask.bind(cache.freshness);
            let last = '0';
            const since = (): string =>
              `select xid::text as xid, table_name from response_cache_writes where xid > '${last}'::xid8 order by xid`;
            cache.freshness.ask = () =>
              newsroom()
                .strapi.db.connection.raw(since())
                .then(({ rows }: { rows: { xid: string; table_name: string }[] }) => {
                  last = rows.at(-1)?.xid ?? last;
                  return rows.map(({ table_name }) => table_name);
                });
            return () => (cache.freshness.ask = ask);
            // What was missed is shown until the next write ends it.
          },
          50,
        );
        expect(stale.length).toBeGreaterThan(0);
      });
  };
