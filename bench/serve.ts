import type { AddressInfo } from 'node:net';
import { bootNewsroom } from '../src/command-line/boot';
import { tellCounts } from './cache/counts';
import { explainLists } from './explain-lists';
import { explainSnapshotQueries, type Plan } from './explain-snapshot-queries';
import { fillWithArticles } from './fill/articles';
import { fillWithDisclaimers } from './fill/disclaimers';
import { fillWithLinks } from './fill/links';
import { fillWithSnapshots } from './fill/snapshots';
import { median } from './measure';
import { sendTo } from './send';

export interface Served {
  address: string;
  token: string;
  /** The key of a read-only token, which is shown no drafts. */
  reader: string;
  plans: Plan[];
  /** How long the worker takes for a turn in which it finds nothing to do, in milliseconds. */
  turn: number;
}

const TURNS = 21;

const timeOfTurn = async (work: () => Promise<void>): Promise<number> => {
  const figures: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const start = process.hrtime.bigint();
    await work();
    figures.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return median(figures);
};

/**
 * Serves a newsroom with as many articles as the first argument says, and as many extra snapshots as the second. Prints one line of
 * JSON ({@link Served}). With `lists` as the third argument, `plans` has the query plans of lists instead of those of snapshots.
 */
const main = async (): Promise<void> => {
  const [articles = 0, snapshots = 0] = process.argv.slice(2).map(Number);
  const lists = process.argv[4] === 'lists';
  const strapi = await bootNewsroom();
  // The worker would capture snapshots during a measurement.
  strapi.cron.destroy();
  if (articles > 0) await fillWithArticles(strapi, articles);
  await fillWithLinks(strapi, Number(process.env.BENCH_LINKED ?? 0));
  if (process.env.BENCH_DISCLAIMERS) await fillWithDisclaimers(strapi);
  if (snapshots > 0) await fillWithSnapshots(strapi, snapshots);
  tellCounts(strapi);
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const token = await strapi
    .service('admin::api-token')
    .create({ name: 'bench', type: 'full-access', description: '', lifespan: null });
  const reader = await strapi
    .service('admin::api-token')
    .create({ name: 'reader', type: 'read-only', description: '', lifespan: null });
  const address = `http://127.0.0.1:${port}`;
  const plans = lists
    ? await explainLists(strapi, sendTo(address, token.accessKey))
    : snapshots > 0
      ? await explainSnapshotQueries(strapi)
      : [];
  const turn = lists
    ? await timeOfTurn(() => strapi.plugin('quote-snapshots').service('capture').runWorkerTurn())
    : 0;
  const served: Served = { address, token: token.accessKey, reader: reader.accessKey, plans, turn };
  console.log(JSON.stringify(served));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
