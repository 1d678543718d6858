import type { AddressInfo } from 'node:net';
import { bootNewsroom } from '../src/command-line/boot';
import { tellCounts } from './cache/counts';

/** Serves a newsroom on the existing database that the environment names. Prints its address as one line of JSON. */
const main = async (): Promise<void> => {
  const strapi = await bootNewsroom();
  strapi.cron.destroy();
  tellCounts(strapi);
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  console.log(JSON.stringify({ address: `http://127.0.0.1:${port}` }));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
