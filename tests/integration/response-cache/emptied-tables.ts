import type { Writable } from 'node:stream';
import type { Suite } from '../../support/describe-newsroom';
import type { Database } from '../../support/newsroom';
import { loadOutside } from '../../support/load-strapi';
import { addressOf, ask } from '../../support/response-cache';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const PATH = '/api/disclaimers?fields=name&locale=en';

/** As much of what `strapi import` writes with as is needed here. */
interface Destination {
  bootstrap(diagnostics: unknown): Promise<void>;
  beforeTransfer(): Promise<void>;
  createEntitiesWriteStream(): Writable;
  close(): Promise<void>;
}
interface Transfer {
  strapi: {
    providers: { createLocalStrapiDestinationProvider(options: object): Destination };
  };
}

/** Tables that are emptied as a whole, which runs no trigger of a row. */
export const emptiedTables =
  (database: Database): Suite =>
  (newsroom) => {
    let address: string;
    const rowOf = (name: string) => ({
      documentId: name,
      name,
      key: name,
      text: name,
      appliesTo: 'chosen',
      locale: 'en',
      publishedAt: new Date(),
    });
    beforeAll(async () => {
      address = await addressOf(newsroom());
    });
    beforeEach(async () => {
      await newsroom()
        .strapi.db.query(DISCLAIMER)
        .create({ data: rowOf('emptied') });
      await ask(address, PATH);
      const hit = await ask(address, PATH);
      expect([hit.cache, hit.body.includes('"name":"emptied"')]).toEqual(['hit', true]);
    });

    it('are seen to be empty', async () => {
      await newsroom().strapi.db.connection.raw(
        database === 'sqlite' ? 'delete from disclaimers' : 'truncate table disclaimers cascade',
      );
      const answer = await ask(address, PATH);
      expect([answer.cache, JSON.parse(answer.body).data]).toEqual(['miss', []]);
    });

    it('and filled anew by `strapi import` are seen', async () => {
      const { strapi } = newsroom();
      const { createLocalStrapiDestinationProvider } =
        loadOutside<Transfer>('@strapi/data-transfer').strapi.providers;
      const destination = createLocalStrapiDestinationProvider({
        getStrapi: () => strapi,
        autoDestroy: false,
        strategy: 'restore',
        restore: {
          assets: false,
          entities: { include: [DISCLAIMER] },
          // The newsroom's own is kept: others go on with it.
          configuration: { coreStore: false, webhook: false },
        },
      });
      await destination.bootstrap({ report: () => undefined });
      try {
        await destination.beforeTransfer();
        const entities = destination.createEntitiesWriteStream();
        await new Promise<void>((resolve, reject) => {
          entities.on('error', reject);
          entities.write({ id: 1, type: DISCLAIMER, data: rowOf('imported') });
          entities.end(resolve);
        });
      } finally {
        await destination.close();
      }
      const imported = (one: { body: string }): string[] =>
        JSON.parse(one.body).data.map(({ name }: { name: string }) => name);
      // Its transaction is committed after `close` has returned.
      let stock = await ask(address, PATH, { headers: { cookie: 'a=b' } });
      while (!imported(stock).includes('imported'))
        stock = await ask(address, PATH, { headers: { cookie: 'a=b' } });
      expect(imported(await ask(address, PATH))).toEqual(['imported']);
    });
  };
