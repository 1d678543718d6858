import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '../../tests/support/postgres';
import { createStandInProvider } from '../../tests/support/stand-in-provider';
import { runChild } from '../child-newsroom';
import { newSymbols } from '../new-listings';
import { milliseconds, show, times } from '../show';
import { p95, readSteadily, type Read, type ReadTimes } from './read-steadily';
import type { Published, ReadyNode } from './serve-due';

const IDLE_MS = 10_000;

/** The response cache does not answer requests with a cookie. */
const PAST_THE_CACHE = { cookie: 'bench=1' };

/** The reads during the measurement: an article that was published earlier, and the newest twenty. */
const readsOf = (slug: string): Read[] => {
  const article = `/api/articles?filters[slug][$eq]=${slug}&populate=quoteSnapshots`;
  const newest = '/api/articles?sort=publishedAt:desc&pagination[pageSize]=20';
  return [
    { name: 'article', path: article },
    { name: 'article, past the cache', path: article, headers: PAST_THE_CACHE },
    { name: 'newest 20', path: newest },
    { name: 'newest 20, past the cache', path: newest, headers: PAST_THE_CACHE },
  ];
};

/**
 * Measures how long that many articles take if all are due at once, against publishing them one after the other, and how long reads
 * take meanwhile.
 */
const benchOn = async (
  database: string,
  symbols: readonly string[],
  environment: Record<string, string>,
): Promise<void> => {
  const count = symbols.length / 2;
  const provider = await createStandInProvider();
  for (const symbol of ['MSFT', ...symbols]) provider.quote(symbol, { Price: 101, PrevClose: 100 });
  const node = await runChild<ReadyNode>('schedule/serve-due.js', [String(count)], {
    QUOTES_PROVIDER: 'cloudquote',
    QUOTES_API_KEY: 'a-key',
    QUOTES_BASE_URL: provider.baseUrl,
    RATE_LIMIT_PUBLIC: '0',
    // Readers of a newsroom have the cache too.
    RESPONSE_CACHE_ENABLED: 'true',
    ...environment,
  });
  const { address, slug } = node.answer;
  const kinds = readsOf(slug);
  const readIdle = async (): Promise<ReadTimes> => {
    const reads = readSteadily(address, kinds);
    await pause(IDLE_MS);
    return reads.end();
  };
  const run = async (name: string) => {
    const requestsBefore = provider.requests.length;
    node.process.send(name);
    await once(node.process, 'message');
    const reads = readSteadily(address, kinds);
    const [published] = (await once(node.process, 'message')) as [Published];
    const figures = await reads.end();
    if (published.count !== count) throw new Error(`${published.count} of ${count} are out (${name}).`);
    return { ...published, figures, requests: provider.requests.length - requestsBefore };
  };
  try {
    await readIdle();
    const idle = await readIdle();
    const base = await run('back to back');
    const due = await run('due');
    if (!due.inOrder) throw new Error('What was due earlier did not go out earlier.');
    const publishing = Object.entries({ 'back to back': base, 'due at once': due }).map(([name, of]) => [
      `${name}, ${database}`,
      milliseconds(of.milliseconds),
      times(of.milliseconds / base.milliseconds),
      String(of.requests),
    ]);
    const reading = kinds.map(({ name }) => {
      const [alone, one, other] = [idle, base.figures, due.figures].map((of) => p95(of.get(name) ?? []));
      const ratio = (figure = Number.NaN, to = Number.NaN) => times(figure / to);
      return [
        `${name}, ${database}`,
        ...[alone, one, other].map((figure = Number.NaN) => milliseconds(figure)),
        ratio(other, alone),
        ratio(other, one),
      ];
    });
    show(
      `${count} articles of one new quote each, due at once, against published one after the other`,
      ['', 'time', 'ratio', 'requests'],
      publishing,
    );
    show(
      'Reads meanwhile, p95',
      ['', 'idle', 'back to back', 'due at once', 'due to idle', 'due to back to back'],
      reading,
    );
  } finally {
    await node.stop();
    await provider.close();
  }
};

const DATABASES = ['sqlite', 'postgres'];

/**
 * `npm run bench -- schedule 500`: articles that are due at the same time, on both databases or, with `schedule 500 sqlite`, on one.
 *
 * @throws Error for another database
 */
export const benchSchedule = async (count: number, only?: string): Promise<void> => {
  if (only !== undefined && !DATABASES.includes(only)) {
    throw new Error(
      `The benchmark has no database "${only}". Use ${DATABASES.join(' or ')}, or leave it out for both.`,
    );
  }
  // The symbols of the articles that the newsroom's process creates.
  const symbols = newSymbols(2 * count);
  if (only !== 'postgres') await benchOn('SQLite', symbols, {});
  if (only === 'sqlite') return;
  const server = await startPostgres();
  try {
    await benchOn('PostgreSQL', symbols, { DATABASE_CLIENT: 'postgres', DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
};
