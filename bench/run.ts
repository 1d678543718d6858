import { createStandInProvider } from '../tests/support/stand-in-provider';
import { startPostgres } from '../tests/support/postgres';
import { runChild } from './child-newsroom';
import { benchDetection } from './detection';
import { benchFormats } from './formats';
import { benchGrowth } from './growth';
import { benchResponseCache } from './cache/response-cache';
import { benchHostileRequests } from './hostile';
import { compare } from './measure';
import { benchSchedule } from './schedule/due-at-once';
import { serveNewsroom, type ServedNewsroom } from './newsroom';
import { body, INSTRUMENTS } from './sample-article';
import { writeQuotes } from './new-listings';
import { milliseconds, show, times } from './show';
import { tasks, type Task } from './tasks';
import { benchTyping } from './typing';

const FEW = 200;
const MANY = 20_000;
const SMALL_RECORD = 10_000;
const LARGE_RECORD = 1_000_000;
const ROUNDS = 200;
/** Articles that are due at the same time. */
const DUE = 500;
const AT_ONCE = 100;
/** Enough for ten new listings in each round of both newsrooms that publish, warm-up included. */
const NEW_LISTINGS = 20_000;

const READING: readonly Task[] = ['read by slug', 'list of 20', 'GraphQL, 20'];
const PUBLISHING: readonly Task[] = ['publish, 10 quotes', 'publish, 10 new quotes'];

const counted = (count: number): string => count.toLocaleString('en');

const compareTasks = async (
  [base, baseQuotes]: [ServedNewsroom, boolean],
  other: ServedNewsroom,
  names?: readonly Task[],
): Promise<string[][]> => {
  const [first, second] = [tasks(base, baseQuotes), tasks(other, true)];
  const rows: string[][] = [];
  for (const name of names ?? (Object.keys(first) as Task[])) {
    const figures = await compare(first[name], second[name], ROUNDS);
    rows.push([name, milliseconds(figures.base), milliseconds(figures.other), times(figures.ratio)]);
  }
  return rows;
};

/** Publishing with the plugin on against off, with quotes that are known and quotes that are not. */
const benchPublishing = async (database: string, environments: [object, object]): Promise<void> => {
  const quotes = { QUOTES_FILE: await writeQuotes(NEW_LISTINGS) };
  const [off, on] = await Promise.all([
    serveNewsroom(false, FEW, 0, { ...quotes, ...environments[0] }),
    serveNewsroom(true, FEW, 0, { ...quotes, ...environments[1] }),
  ]);
  try {
    show(
      `Publishing with the plugin on, against off (${FEW} articles, ${database})`,
      ['', 'off', 'on', 'ratio'],
      await compareTasks([off, false], on, PUBLISHING),
    );
  } finally {
    await Promise.all([off.stop(), on.stop()]);
  }
};

/** On PostgreSQL each newsroom has a server of its own, so that neither slows down the other. */
const benchPublishingOnBoth = async (): Promise<void> => {
  await benchPublishing('SQLite', [{}, {}]);
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  const [off, on] = servers.map(({ url }) => ({ DATABASE_CLIENT: 'postgres', DATABASE_URL: url }));
  try {
    await benchPublishing('PostgreSQL', [off ?? {}, on ?? {}]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
};

const benchPlugin = async (): Promise<void> => {
  const off = await serveNewsroom(false, FEW);
  const on = await serveNewsroom(true, FEW);
  const large = await serveNewsroom(true, MANY);
  try {
    const against = await compareTasks([off, false], on, READING);
    show(
      `With 10 quotes an article, against the plugin off (${FEW} articles, SQLite)`,
      ['', 'off', 'on', 'ratio'],
      against,
    );
    const growth = await compareTasks([on, true], large, [...READING, 'publish, 10 quotes']);
    show(
      `At ${counted(MANY)} articles against ${FEW} (SQLite)`,
      ['', String(FEW), counted(MANY), 'ratio'],
      growth,
    );
  } finally {
    await Promise.all([off.stop(), on.stop(), large.stop()]);
  }
};

/** Serves a newsroom with few articles on this PostgreSQL server, which no other newsroom uses. */
const onPostgres = (
  server: { url: string },
  quotes: boolean,
  snapshots: number,
): ReturnType<typeof serveNewsroom> =>
  serveNewsroom(quotes, FEW, snapshots, { DATABASE_CLIENT: 'postgres', DATABASE_URL: server.url });

const benchPluginOnPostgres = async (): Promise<void> => {
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  const [off, on] = await Promise.all([onPostgres(servers[0], false, 0), onPostgres(servers[1], true, 0)]);
  try {
    show(
      `With 10 quotes an article, against the plugin off (${FEW} articles, PostgreSQL)`,
      ['', 'off', 'on', 'ratio'],
      await compareTasks([off, false], on, READING),
    );
  } finally {
    await Promise.all([off.stop(), on.stop()]);
    await Promise.all(servers.map((server) => server.stop()));
  }
};

const benchRecord = async (): Promise<void> => {
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  const [small, large] = await Promise.all([
    onPostgres(servers[0], true, SMALL_RECORD),
    onPostgres(servers[1], true, LARGE_RECORD),
  ]);
  try {
    const rows = await compareTasks([small, true], large, [
      'read by slug',
      'list of 20',
      'publish, 10 quotes',
    ]);
    const sizes = [counted(SMALL_RECORD), counted(LARGE_RECORD)];
    show(
      `At ${sizes[1]} snapshots in the record against ${sizes[0]} (PostgreSQL)`,
      ['', ...sizes, 'ratio'],
      rows,
    );
    show(
      `How PostgreSQL finds snapshots among ${sizes[1]}`,
      ['statement', 'plan'],
      large.plans.map(({ sql, scans }) => [sql, scans.join('\n')]),
    );
  } finally {
    await Promise.all([small.stop(), large.stop()]);
    await Promise.all(servers.map((server) => server.stop()));
  }
};

const benchDrain = async (): Promise<void> => {
  const { answer, stop } = await runChild<[number, number][]>('drain.js', []);
  await stop();
  const [[least, quickest] = [1, 1]] = answer;
  show(
    'Pending snapshots drained by the worker (SQLite, provider answering at once)',
    ['snapshots', 'time', 'per snapshot', 'ratio'],
    answer.map(([size, took]) => [
      counted(size),
      milliseconds(took),
      milliseconds(took / size),
      times(took / size / (quickest / least)),
    ]),
  );
};

const benchRequests = async (): Promise<void> => {
  const provider = await createStandInProvider();
  for (const instrument of INSTRUMENTS)
    provider.quote(instrument.split(':')[1] ?? '', { Price: 101, PrevClose: 100 });
  const newsroom = await serveNewsroom(true, 0, 0, {
    QUOTES_PROVIDER: 'cloudquote',
    QUOTES_API_KEY: 'a-key',
    QUOTES_BASE_URL: provider.baseUrl,
  });
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        newsroom.send('POST', '/api/articles', { data: { title: `At once ${index}`, body } }),
      ),
    );
    console.log(
      `\n${AT_ONCE} publications at once that mention the same ${INSTRUMENTS.length} instruments; requests to the provider: ${provider.requests.length}.`,
    );
  } finally {
    await newsroom.stop();
    await provider.close();
  }
};

/**
 * `npm run bench` measures everything but typing. With an argument it measures one part:
 * - `-- growth 200000`: lists, at that number of articles
 * - `-- hostile`: hostile requests
 * - `-- formats`: the memory that feeds and sitemaps take
 * - `-- publish`: publishing, with the plugin on and off
 * - `-- cache`: the response cache
 * - `-- schedule 500`: that number of articles due at once, on both databases; `-- schedule 500 sqlite`: on one of them
 * - `-- typing`: typing in a browser, in the built admin UI
 */
const main = async (): Promise<void> => {
  const [part, count, database] = process.argv.slice(2);
  if (part === 'growth') return benchGrowth(Number(count ?? MANY));
  if (part === 'hostile') return benchHostileRequests();
  if (part === 'formats') return benchFormats(count === undefined ? undefined : Number(count));
  if (part === 'publish') return benchPublishingOnBoth();
  if (part === 'cache') return benchResponseCache(count);
  if (part === 'schedule') return benchSchedule(Number(count ?? DUE), database);
  if (part === 'typing') return benchTyping();
  if (part !== undefined)
    throw new Error(
      `The benchmark has no part "${part}". Use growth, hostile, formats, publish, cache, schedule or typing, or no argument to measure everything.`,
    );
  show(
    'Detection, per megabyte against an article in the same format',
    ['text', 'format', 'per MB', 'ratio'],
    benchDetection().map(({ text, format, milliseconds: figure, ratio }) => [
      text,
      format,
      milliseconds(figure),
      times(ratio),
    ]),
  );
  console.log('\nBooting newsrooms …');
  await benchHostileRequests();
  await benchFormats();
  await benchPublishingOnBoth();
  await benchPlugin();
  await benchDrain();
  await benchRequests();
  await benchPluginOnPostgres();
  await benchRecord();
  await benchGrowth(MANY);
  await benchSchedule(DUE);
  await benchResponseCache();
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
