import { runChild, type Child } from '../child-newsroom';
import { load, sendEach, type WireRequest } from '../load';
import { median } from '../measure';
import { sendTo } from '../send';
import { body } from '../sample-article';
import type { Served } from '../serve';
import { times } from '../show';
import { ARTICLES, many, newAddress } from './requests';
import { timesOf } from './times-of';

export const CONNECTIONS = 20;
const TURN_MS = 2_000;
const TURNS = 3;

/** Readers have no rate limit, because all requests come from one address. Articles have disclaimers. */
export const ENVIRONMENT = { RATE_LIMIT_PUBLIC: '0', BENCH_DISCLAIMERS: 'true' };

/** Starts a newsroom with the benchmark's articles. @param enabled whether it has the response cache */
export const serve = (enabled: boolean, environment: Record<string, string> = {}): Promise<Child<Served>> =>
  runChild<Served>('serve.js', [String(ARTICLES), '0', ''], {
    ...ENVIRONMENT,
    RESPONSE_CACHE_ENABLED: String(enabled),
    ...environment,
  });

/** The first answer is stored, and the second one is compressed for the first time. */
const ROUNDS_OF_WARMING = 2;

/**
 * Sends each request so that its answer is cached. It uses the client of the load: the answers of GraphQL depend on `Accept`, so an
 * answer to another client would not be a hit.
 */
export const warm = async (addresses: readonly string[], requests: readonly WireRequest[]): Promise<void> => {
  for (const address of addresses) {
    for (let round = 0; round < ROUNDS_OF_WARMING; round += 1) await sendEach(address, requests);
  }
};

/**
 * Loads both newsrooms in turn, so that other work on the machine affects both alike.
 *
 * @returns requests a second without the cache and with it, and their ratio: medians of all turns
 */
export const byTurns = async (
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

/** Publishes another article with ten quotes at each call. */
export const publishing = (child: Child<Served>): (() => Promise<unknown>) => {
  const send = sendTo(child.answer.address, child.answer.token);
  let published = 0;
  return () =>
    send('POST', '/api/articles', { data: { title: `Bench ${(published += 1)} ${process.pid}`, body } });
};

/**
 * Sends a request at each call whose answer was never requested: each address is new. It is sent as a visitor, since answers to
 * tokens that may see drafts are not cached.
 */
const missing = (child: Child<Served>): (() => Promise<unknown>) => {
  let asked = 0;
  return () => sendEach(child.answer.address, [newAddress((asked += 1))]);
};

const MISSES = 400;
/** The answers that writes will end, with those for the warm-up. */
const ENDED = MISSES * 2;

/** Sends a request at each call whose answer was requested once and then ended by a write. */
const askingAnew = async (child: Child<Served>): Promise<() => Promise<unknown>> => {
  const requests = many(ENDED, (index) => newAddress(1_000_000 + index));
  await sendEach(child.answer.address, requests);
  await publishing(child)();
  return () => sendEach(child.answer.address, requests.splice(0, 1));
};

/** Rows of the table: the time that the cache adds to requests that Strapi answers. */
export const costsOfMisses = async (off: Child<Served>, on: Child<Served>): Promise<string[][]> => [
  await timesOf('a miss', missing(off), missing(on), MISSES),
  await timesOf('a miss after a write', await askingAnew(off), await askingAnew(on), MISSES),
];
