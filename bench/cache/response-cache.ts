import { startPostgres } from '../tests/support/postgres';
import { runChild, type Child } from './child-newsroom';
import { load, type WireRequest } from './load';
import { compare, median } from './measure';
import { residentMemory } from './resident-memory';
import { body, slugOf } from './sample-article';
import { sendTo } from './send';
import type { Served } from './serve';
import { milliseconds, show, times } from './show';

const ARTICLES = 2_000;
const HOT = 100;
const CONNECTIONS = 20;
const TURN_MS = 2_000;
const TURNS = 3;
const ROUNDS = 60;

const bySlug = (index: number, headers: Record<string, string> = {}): WireRequest => ({
  method: 'GET',
  path: `/api/articles?filters[slug][$eq]=${slugOf(index)}&populate[0]=quoteSnapshots&populate[1]=companies&populate[2]=disclaimers`,
  headers,
});
const graphql = (query: string): WireRequest => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query }),
});
const many = (count: number, of: (index: number) => WireRequest): WireRequest[] =>
  Array.from({ length: count }, (_, index) => of(index));

const READS: Readonly<Record<string, (token: string) => WireRequest[]>> = {
  [`by slug, ${HOT} hot ones, public`]: () => many(HOT, (index) => bySlug(index)),
  [`by slug, ${HOT} hot ones, token`]: (token) =>
    many(HOT, (index) => bySlug(index, { authorization: `Bearer ${token}` })),
  [`by slug, any of ${ARTICLES}`]: () => many(ARTICLES, (index) => bySlug(index)),
  'list of 20 with quotes': () => [
    {
      method: 'GET',
      path: '/api/articles?sort=publishedAt:desc&populate=quoteSnapshots&pagination[pageSize]=20',
    },
  ],
  'GraphQL, by slug': () =>
    many(HOT, (index) =>
      graphql(
        `{ articles(filters: { slug: { eq: "${slugOf(index)}" } }) { title summary quoteSnapshots { instrument price } companies { name } } }`,
      ),
    ),
  'GraphQL, list of 20': () => [
    graphql(
      '{ articles(sort: "publishedAt:desc", pagination: { limit: 20 }) { title quoteSnapshots { instrument price } tickers { symbol } } }',
    ),
  ],
};

const ENVIRONMENT = { RATE_LIMIT_PUBLIC: '0' };

const serve = (enabled: boolean, environment: Record<string, string> = {}): Promise<Child<Served>> =>
  runChild<Served>('serve.js', [String(ARTICLES), '0', ''], {
    ...ENVIRONMENT,
    RESPONSE_CACHE_ENABLED: String(enabled),
    ...environment,
  });

/** Asks for each once, so that what can be cached is. */
const warm = async (addresses: readonly string[], requests: readonly WireRequest[]): Promise<void> => {
  for (const address of addresses) {
    for (const { method, path, headers = {}, body: sent } of requests) {
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: { ...headers, ...(sent ? { 'content-type': 'application/json' } : {}) },
        ...(sent ? { body: sent } : {}),
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    }
  }
};

/** Loads both by turns, so that whatever else the machine does befalls both alike. */
const byTurns = async (
  off: readonly string[],
  on: readonly string[],
  requests: (which: 'off' | 'on') => WireRequest[],
): Promise<[name: string, ...rest: string[]]> => {
  const figures = { off: [] as number[], on: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [which, addresses] of [
      ['off', off],
      ['on', on],
    ] as const) {
      const { perSecond } = await load(addresses, requests(which), {
        connections: CONNECTIONS,
        milliseconds: TURN_MS,
      });
      figures[which].push(perSecond);
    }
  }
  const [slow, fast] = [median(figures.off), median(figures.on)];
  return [`${slow.toFixed(0)}/s`, `${fast.toFixed(0)}/s`, times(fast / slow)];
};

const publish = (child: Child<Served>): (() => Promise<unknown>) => {
  const send = sendTo(child.answer.address, child.answer.token);
  let published = 0;
  return () =>
    send('POST', '/api/articles', { data: { title: `Bench ${(published += 1)} ${process.pid}`, body } });
};

/** Whatever was not asked for before: each address is new. */
const missing = (child: Child<Served>): (() => Promise<unknown>) => {
  const send = sendTo(child.answer.address, child.answer.token);
  let asked = 0;
  return () =>
    send(
      'GET',
      `${bySlug(0).path}&pagination[pageSize]=20&pagination[page]=1&locale=en&filters[id][$gt]=-${(asked += 1)}`,
    );
};

const benchReads = async (off: Child<Served>, on: Child<Served>): Promise<string[][]> => {
  const rows: string[][] = [];
  for (const [name, requestsFor] of Object.entries(READS)) {
    await warm([on.answer.address], requestsFor(on.answer.token));
    const figures = await byTurns([off.answer.address], [on.answer.address], (which) =>
      requestsFor((which === 'on' ? on : off).answer.token),
    );
    rows.push([name, ...figures]);
  }
  return rows;
};

const benchWhileEditing = async (off: Child<Served>, on: Child<Served>): Promise<string[][]> => {
  const acts = [publish(off), publish(on)];
  const timer = setInterval(() => void Promise.all(acts.map((act) => act())), 1_000);
  try {
    const requests = many(HOT, (index) => bySlug(index));
    return [
      [
        `by slug, ${HOT} hot ones, an article published every second`,
        ...(await byTurns([off.answer.address], [on.answer.address], () => requests)),
      ],
    ];
  } finally {
    clearInterval(timer);
  }
};

const timesOf = async (
  name: string,
  off: () => Promise<unknown>,
  on: () => Promise<unknown>,
): Promise<string[]> => {
  const { base, other, ratio } = await compare(off, on, ROUNDS);
  return [name, milliseconds(base), milliseconds(other), times(ratio)];
};

const benchTwoNodes = async (): Promise<string[][]> => {
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
    return [
      [
        `PostgreSQL, two nodes, by slug, ${HOT} hot ones`,
        ...(await byTurns(addresses.off, addresses.on, () => requests)),
      ],
      await timesOf('PostgreSQL, publish, 10 quotes', publish(off), publish(on)),
      await timesOf('PostgreSQL, a miss', missing(off), missing(on)),
    ];
  } finally {
    await Promise.all([off.stop(), on.stop(), ...others.map((child) => child.stop())]);
    await Promise.all([serverOff.stop(), serverOn.stop()]);
  }
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** `npm run bench -- cache`: the response cache, against the same newsroom without it. */
export const benchResponseCache = async (): Promise<void> => {
  const [off, on] = [await serve(false), await serve(true)];
  try {
    const rows = await benchReads(off, on);
    const edited = await benchWhileEditing(off, on);
    await warm(
      [on.answer.address],
      many(ARTICLES, (index) => bySlug(index)),
    );
    show(
      `The response cache, against the same newsroom without it (${ARTICLES} articles, SQLite, ${CONNECTIONS} connections)`,
      ['read', 'off', 'on', 'ratio'],
      [
        ...rows,
        ...edited,
        await timesOf('a miss', missing(off), missing(on)),
        await timesOf('publish, 10 quotes', publish(off), publish(on)),
        [
          `memory, ${ARTICLES} answers cached`,
          megabytes(residentMemory(off.process.pid ?? 0)),
          megabytes(residentMemory(on.process.pid ?? 0)),
          '',
        ],
      ],
    );
  } finally {
    await Promise.all([off.stop(), on.stop()]);
  }
  show('The same on PostgreSQL', ['', 'off', 'on', 'ratio'], await benchTwoNodes());
};
