import { runChild, type Child } from '../child-newsroom';
import { load, type WireRequest } from '../load';
import { median } from '../measure';
import { sendTo } from '../send';
import { body } from '../sample-article';
import type { Served } from '../serve';
import { times } from '../show';
import { ARTICLES, bySlug } from './requests';

export const CONNECTIONS = 20;
const TURN_MS = 2_000;
const TURNS = 3;

/** No limit on readers, since all come from one address, and disclaimers beside the articles. */
export const ENVIRONMENT = { RATE_LIMIT_PUBLIC: '0', BENCH_DISCLAIMERS: 'true' };

/** A newsroom of its own with the bench's articles. @param enabled whether it has the response cache */
export const serve = (enabled: boolean, environment: Record<string, string> = {}): Promise<Child<Served>> =>
  runChild<Served>('serve.js', [String(ARTICLES), '0', ''], {
    ...ENVIRONMENT,
    RESPONSE_CACHE_ENABLED: String(enabled),
    ...environment,
  });

/** Asks for each once, so that what can be cached is. */
export const warm = async (addresses: readonly string[], requests: readonly WireRequest[]): Promise<void> => {
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

/**
 * Loads both by turns, so that whatever else the machine does befalls both alike.
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

/** Publishes another article at each call, with ten quotes. */
export const publishing = (child: Child<Served>): (() => Promise<unknown>) => {
  const send = sendTo(child.answer.address, child.answer.token);
  let published = 0;
  return () =>
    send('POST', '/api/articles', { data: { title: `Bench ${(published += 1)} ${process.pid}`, body } });
};

/** Asks at each call for what was not asked for before: each address is new. */
export const missing = (child: Child<Served>): (() => Promise<unknown>) => {
  const send = sendTo(child.answer.address, child.answer.token);
  let asked = 0;
  return () => send('GET', `${bySlug(0).path}&filters[id][$gt]=-${(asked += 1)}`);
};
