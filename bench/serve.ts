import type { AddressInfo } from 'node:net';
import { bootNewsroom } from '../src/command-line/boot';
import { fillWithArticles } from './fill-with-articles';

/** Serves a newsroom with so many articles, and prints its address and a token as one line of JSON. */
const main = async (): Promise<void> => {
  const strapi = await bootNewsroom();
  await fillWithArticles(strapi, Number(process.argv[2]));
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const token = await strapi
    .service('admin::api-token')
    .create({ name: 'bench', type: 'full-access', description: '', lifespan: null });
  console.log(JSON.stringify({ address: `http://127.0.0.1:${port}`, token: token.accessKey }));
  process.on('SIGTERM', () => void strapi.destroy().then(() => process.exit(0)));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
