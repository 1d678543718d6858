import { runChild, type Child } from '../child-newsroom';
import { median } from '../measure';
import type { Served } from '../serve';
import { milliseconds, times } from '../show';
import { ENVIRONMENT } from './newsrooms';

const STARTS = 3;

const timeOfStart = async (enabled: boolean, database: string): Promise<number> => {
  const start = process.hrtime.bigint();
  const node = await runChild<{ address: string }>('serve-node.js', [], {
    ...ENVIRONMENT,
    RESPONSE_CACHE_ENABLED: String(enabled),
    DATABASE_FILENAME: database,
  });
  // The first request waits until the cache has started, which it does after Strapi.
  await (await fetch(`${node.answer.address}/api/articles?pagination[pageSize]=1`)).arrayBuffer();
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  await node.stop();
  return took;
};

/**
 * Measures a start up to the first answer, on existing databases, in turn with and without the cache.
 *
 * @param off a newsroom that was started without the cache; its database is used. `on` is one with the cache
 */
export const benchStartUp = async (off: Child<Served>, on: Child<Served>): Promise<string[]> => {
  const figures = { off: [] as number[], on: [] as number[] };
  for (let turn = 0; turn < STARTS; turn += 1) {
    figures.off.push(await timeOfStart(false, off.database));
    figures.on.push(await timeOfStart(true, on.database));
  }
  const [without, with_] = [median(figures.off), median(figures.on)];
  return [
    'start, up to the first answer',
    milliseconds(without),
    milliseconds(with_),
    times(with_ / without),
  ];
};
