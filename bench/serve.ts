import type { AddressInfo } from 'node:net';
import { bootNewsroom } from '../src/command-line/boot';
import { explainSnapshotQueries, type Plan } from './explain-snapshot-queries';
import { fillWithArticles } from './fill-with-articles';
import { fillWithLinks } from './fill-with-links';
import { fillWithSnapshots } from './fill-with-snapshots';

export interface Served {
  address: string;
  token: string;
  plans: Plan[];
}

/** Serves a newsroom with so many articles, and more snapshots besides; says where as one line of JSON. */
const main = async (): Promise<void> => {
  const [articles = 0, snapshots = 0] = process.argv.slice(2).map(Number);
  const strapi = await bootNewsroom();
  // The benchmark measures one thing at a time: nothing is captured behind its back.
  strapi.cron.destroy();
  await fillWithArticles(strapi, articles);
  await fillWithLinks(strapi, Number(process.env.BENCH_LINKED ?? 0));
  if (snapshots > 0) await fillWithSnapshots(strapi, snapshots);
  const plans = snapshots > 0 ? await explainSnapshotQueries(strapi) : [];
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const token = await strapi
    .service('admin::api-token')
    .create({ name: 'bench', type: 'full-access', description: '', lifespan: null });
  const served: Served = { address: `http://127.0.0.1:${port}`, token: token.accessKey, plans };
  console.log(JSON.stringify(served));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
