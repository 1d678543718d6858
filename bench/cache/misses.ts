import type { Child } from '../child-newsroom';
import { sendEach } from '../load';
import { compare, median, type Compared } from '../measure';
import type { Served } from '../serve';
import { milliseconds, times } from '../show';
import { publishing, serveAgain } from './newsrooms';
import { many, newAddress } from './requests';

const MISSES = 400;
/** With those that warm up: a quarter. */
const ENDED = MISSES * 1.25;
/**
 * How often both newsrooms are started anew. Pairs of processes with the same code gave ratios from 0.99 to 1.09, each to its end:
 * what a process has compiled, and where that lies, stays as it is. Of one pair, nobody can tell that from what the cache adds.
 */
const PAIRS = 5;

/** Asks at each call for what was not asked for before: each address is new. As the public: a token that may see drafts is not cached. */
const missing = (child: Child<Served>): (() => Promise<unknown>) => {
  let asked = 0;
  return () => sendEach(child.answer.address, [newAddress((asked += 1))]);
};

/** Asks at each call for what was asked for once, and ended by a write since. */
const askingAnew = async (child: Child<Served>): Promise<() => Promise<unknown>> => {
  const requests = many(ENDED, (index) => newAddress(1_000_000 + index));
  await sendEach(child.answer.address, requests);
  await publishing(child)();
  return () => sendEach(child.answer.address, requests.splice(0, 1));
};

const KINDS = {
  'a miss': (child: Child<Served>) => Promise.resolve(missing(child)),
  'a miss after a write': askingAnew,
} as const;
type Kind = keyof typeof KINDS;

type Figures = Record<Kind, Compared>;

const measure = async (off: Child<Served>, on: Child<Served>): Promise<Figures> => {
  const figures = {} as Figures;
  for (const kind of Object.keys(KINDS) as Kind[])
    figures[kind] = await compare(await KINDS[kind](off), await KINDS[kind](on), MISSES);
  return figures;
};

/** On processes of their own, in turn the one and the other started first. */
const measurePair = async (off: Child<Served>, on: Child<Served>, turn: number): Promise<Figures> => {
  const start = { off: () => serveAgain(off, false), on: () => serveAgain(on, true) };
  const first = turn % 2 === 0 ? await start.off() : await start.on();
  const second = turn % 2 === 0 ? await start.on() : await start.off();
  try {
    return turn % 2 === 0 ? await measure(first, second) : await measure(second, first);
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
};

const rowsOf = (pairs: readonly Figures[]): string[][] =>
  (Object.keys(KINDS) as Kind[]).map((kind) => {
    const figures = pairs.map((pair) => pair[kind]);
    const ratios = figures.map(({ ratio }) => ratio).sort((one, other) => one - other);
    const [least = 0, most = 0] = [ratios[0], ratios.at(-1)];
    return [
      kind,
      milliseconds(median(figures.map(({ base }) => base))),
      milliseconds(median(figures.map(({ other }) => other))),
      times(median(ratios)) + (pairs.length > 1 ? ` (${least.toFixed(2)} to ${most.toFixed(2)})` : ''),
    ];
  });

/** Rows of the table: what the cache adds to answers of Strapi's own, in these processes. */
export const costsOfMisses = async (off: Child<Served>, on: Child<Served>): Promise<string[][]> =>
  rowsOf([await measure(off, on)]);

/** The same in several pairs of processes, one after the other: medians, and the least and greatest ratio of a pair. SQLite alone. */
export const costsOfMissesInPairs = async (off: Child<Served>, on: Child<Served>): Promise<string[][]> => {
  const pairs: Figures[] = [];
  for (let turn = 0; turn < PAIRS; turn += 1) pairs.push(await measurePair(off, on, turn));
  return rowsOf(pairs);
};
