import { startPostgres } from '../../tests/support/postgres';
import { runChild } from '../child-newsroom';
import { show } from '../show';
import { countsOf, type CacheCounts } from './counts';
import { costsOfMisses } from './misses';
import { byTurns, CONNECTIONS, ENVIRONMENT, publishing, serve, warm } from './newsrooms';
import { ARTICLES, bySlug, HOT, many } from './requests';
import { load } from '../load';
import { timesOf } from './times-of';

const LOAD_MS = 3_000;

/** The counters of the nodes for the time of the load. */
const underLoad = async (
  addresses: readonly string[],
  counts: () => Promise<CacheCounts[]>,
): Promise<string[][]> => {
  const before = await counts();
  const start = performance.now();
  await load(
    addresses,
    many(HOT, (index) => bySlug(index)),
    { connections: CONNECTIONS, milliseconds: LOAD_MS },
  );
  const seconds = (performance.now() - start) / 1_000;
  return (await counts()).map((after, node) => {
    const questions = after.questions - (before[node]?.questions ?? 0);
    const hits = after.hits - (before[node]?.hits ?? 0);
    return [
      `node ${node + 1}`,
      `${(hits / seconds).toFixed(0)}/s`,
      `${(questions / seconds).toFixed(0)}/s`,
      (hits / questions).toFixed(1),
    ];
  });
};

/** The response cache on PostgreSQL: two nodes on one database, against two nodes without the cache on another. */
export const benchTwoNodes = async (): Promise<void> => {
  const [serverOff, serverOn] = await Promise.all([startPostgres(), startPostgres()]);
  const at = (server: { url: string }) => ({ DATABASE_CLIENT: 'postgres', DATABASE_URL: server.url });
  const [off, on] = await Promise.all([serve(false, at(serverOff)), serve(true, at(serverOn))]);
  const second = (enabled: boolean, server: { url: string }) =>
    runChild<{ address: string }>('serve-node.js', [], {
      ...ENVIRONMENT,
      RESPONSE_CACHE_ENABLED: String(enabled),
      ...at(server),
    });
  const others = await Promise.all([second(false, serverOff), second(true, serverOn)]);
  try {
    const requests = many(HOT, (index) => bySlug(index));
    const addresses = {
      off: [off.answer.address, others[0].answer.address],
      on: [on.answer.address, others[1].answer.address],
    };
    await warm(addresses.on, requests);
    const hot = await byTurns(addresses.off, addresses.on, () => requests);
    const questions = await underLoad(addresses.on, () =>
      Promise.all([on.process, others[1].process].map(countsOf)),
    );
    show(
      `The same on PostgreSQL, two nodes (${ARTICLES.toLocaleString('en')} articles, ${CONNECTIONS} connections)`,
      ['', 'off', 'on', 'ratio'],
      [
        [`by slug, ${HOT} hot ones`, ...hot],
        ...(await costsOfMisses(off, on)),
        await timesOf('publish, 10 quotes', publishing(off), publishing(on)),
      ],
    );
    show(
      'Questions to PostgreSQL: each waits for the one before it',
      ['', 'hits', 'questions', 'hits a question'],
      questions,
    );
  } finally {
    await Promise.all([off.stop(), on.stop(), ...others.map((child) => child.stop())]);
    await Promise.all([serverOff.stop(), serverOn.stop()]);
  }
};
