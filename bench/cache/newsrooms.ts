import { runChild, type Child } from '../child-newsroom';
import { load, sendEach, type WireRequest } from '../load';
import { median } from '../measure';
import { body } from '../sample-article';
import { sendTo } from '../send';
import type { Served } from '../serve';
import { times } from '../show';
import { ARTICLES } from './requests';

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

/**
 * Serves a newsroom that was served before, with its database and its tokens, in a new process.
 *
 * @param enabled whether it has the response cache
 */
export const serveAgain = async (
  child: Child<Served>,
  enabled: boolean,
  environment: Record<string, string> = {},
): Promise<Child<Served>> => {
  const node = await runChild<{ address: string }>('serve-node.js', [], {
    ...ENVIRONMENT,
    RESPONSE_CACHE_ENABLED: String(enabled),
    DATABASE_FILENAME: child.database,
    ...environment,
  });
  return { ...node, answer: { ...child.answer, ...node.answer } };
};

/** Publishes another article with ten quotes at each call. */
export const publishing = (child: Child<Served>): (() => Promise<unknown>) => {
  const send = sendTo(child.answer.address, child.answer.token);
  let published = 0;
  return () =>
    send('POST', '/api/articles', { data: { title: `Bench ${(published += 1)} ${process.pid}`, body } });
};
