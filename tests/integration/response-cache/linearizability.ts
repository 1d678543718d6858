import type { Suite } from '../../support/describe-newsroom';
import { cacheWriters } from '../../support/cache-writers';
import { runLinearizability, type Findings, type Register } from '../../support/linearizability';
import type { Node } from '../../support/node';
import { addressOf, cacheOf, startSecondNode, type RunningCache } from '../../support/response-cache';

const HITS = 3_000;
/** A broken cache is found out long before. */
const MOST_ANSWERS = 20_000;

const READERS = 12;

export const linearizability: Suite = (newsroom) => {
  let second: { node: Node; address: string };
  let address: string;
  let registers: Register[];

  beforeAll(async () => {
    address = await addressOf(newsroom());
    second = await startSecondNode();
    registers = await cacheWriters(newsroom().strapi, address, second.node);
  });
  afterAll(async () => {
    await second?.node.do('stop');
  });

  const run = (enough: (findings: Findings) => boolean, pauseMs = 40): Promise<Findings> =>
    runLinearizability({ registers, nodes: [address, second.address], readers: READERS, enough, pauseMs });

  /** Runs with one thing broken, on this node alone, until the fault shows. */
  const runBroken = async (breakIt: (cache: RunningCache) => () => void): Promise<Findings> => {
    const mend = breakIt(cacheOf(newsroom().strapi));
    try {
      return await runLinearizability({
        registers,
        nodes: [address],
        readers: READERS,
        pauseMs: 5,
        enough: ({ stale, answers }) => stale.length > 0 || answers > MOST_ANSWERS,
      });
    } finally {
      mend();
      cacheOf(newsroom().strapi).entries.clear();
    }
  };

  it('answers only what the database had while the request was under way, on two nodes', async () => {
    const findings = await run(({ hits, stale }) => hits >= HITS || stale.length > 0);
    expect(findings.stale).toEqual([]);
    expect(findings.hits).toBeGreaterThanOrEqual(HITS);
  });

  it('notices where the moment of an answer is taken after it was read', async () => {
    const { stale } = await runBroken((cache) => {
      const set = cache.entries.set.bind(cache.entries);
      cache.entries.set = (key, entry) =>
        set(key, Object.assign(entry, { generation: cache.ledger.generation }));
      return () => (cache.entries.set = set);
    });
    expect(stale.length).toBeGreaterThan(0);
  });

  it('notices where the writes to a table are not told of', async () => {
    const { stale } = await runBroken((cache) => {
      const ask = cache.freshness.ask.bind(cache.freshness);
      const without = (touched: unknown): unknown =>
        Array.isArray(touched) ? touched.filter((table) => table !== 'companies') : touched;
      cache.freshness.ask = () => {
        const touched = ask();
        return touched instanceof Promise ? touched.then(without) : without(touched);
      };
      return () => (cache.freshness.ask = ask);
    });
    expect(stale.length).toBeGreaterThan(0);
  });

  it('notices where writes are told apart by the greatest id, since ids commit out of order', async () => {
    const { strapi, database } = newsroom();
    // SQLite has one writer at a time: there is no other order.
    if (database === 'sqlite') return;
    const { stale } = await runBroken((cache) => {
      const ask = cache.freshness.ask.bind(cache.freshness);
      let last = '0';
      cache.freshness.ask = async () => {
        const { rows } = await strapi.db.connection.raw(
          `select xid::text as xid, table_name from response_cache_writes where xid > '${last}'::xid8 order by xid`,
        );
        last = rows.at(-1)?.xid ?? last;
        return rows.map((row: { table_name: string }) => row.table_name);
      };
      return () => (cache.freshness.ask = ask);
    });
    expect(stale.length).toBeGreaterThan(0);
  });
};
