import { publishArticle, settled } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import type { Database } from '../../support/newsroom';
import type { Node } from '../../support/node';
import { addressOf, ask, cacheOf, startSecondNode } from '../../support/response-cache';

/** What the plugin has put into the database, by name. */
const PUT_THERE: Record<Database, string> = {
  sqlite: `select name from sqlite_master where name like 'response_cache%'`,
  postgres: `select tgname::text as name from pg_trigger where tgname like 'response_cache%' union all select relname::text from pg_class where relname like 'response_cache%' union all select proname::text from pg_proc where proname like 'response_cache%'`,
};

/** Has to be the last: it takes away what the cache of the running newsroom stands on. */
export const off =
  (database: Database): Suite =>
  (newsroom) => {
    let node: Node;
    let stock: string;
    let address: string;
    let documentId: string;
    let path: string;
    const putThere = async (): Promise<unknown[]> => {
      const found = await newsroom().strapi.db.connection.raw(PUT_THERE[database]);
      return database === 'sqlite' ? found : found.rows;
    };

    beforeAll(async () => {
      address = await addressOf(newsroom());
      documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
      path = `/api/articles/${documentId}?populate=quoteSnapshots`;
      // Without triggers every write ends answers, and its quotes come later.
      await settled(newsroom());
    });
    afterAll(async () => {
      await node?.do('stop');
    });

    // SQLite has no rights.
    if (database === 'postgres')
      it('a node whose cache is switched off starts where the database lets it take nothing away, and says so', async () => {
        const before = await putThere();
        const run = (sql: string): Promise<unknown> => newsroom().strapi.db.connection.raw(sql);
        await run(`create function keep_response_cache() returns event_trigger language plpgsql as $body$
          begin
            if exists (select from pg_event_trigger_dropped_objects() where object_identity like '%response_cache%') then
              raise exception 'must be owner' using errcode = 'insufficient_privilege';
            end if;
          end $body$`);
        await run(
          'create event trigger keep_response_cache on sql_drop execute function keep_response_cache()',
        );
        try {
          const started = await startSecondNode({ RESPONSE_CACHE_ENABLED: 'false', LOG_LEVEL: 'warn' });
          expect((await ask(started.address, path)).status).toBe(200);
          expect(started.node.output()).toMatch(/response-cache: it is switched off, but .*must be owner/);
          await started.node.do('stop');
        } finally {
          await run('drop event trigger keep_response_cache');
          await run('drop function keep_response_cache()');
        }
        expect(await putThere()).toEqual(before);
      });

    it('a node whose cache is switched off takes triggers and tables away', async () => {
      expect((await putThere()).length).toBeGreaterThan(50);
      ({ node, address: stock } = await startSecondNode({ RESPONSE_CACHE_ENABLED: 'false' }));
      expect(await putThere()).toEqual([]);
    });

    it('and is stock Strapi', async () => {
      for (let turn = 0; turn < 2; turn += 1) {
        const answer = await ask(stock, path);
        expect(answer.status).toBe(200);
        for (const header of ['x-cache', 'etag', 'cache-control'])
          expect(answer.headers.has(header)).toBe(false);
      }
      expect((await ask(stock, path)).body).toBe((await ask(address, path)).body);
    });

    it('another node notices, and stays exact without them: every write ends every answer', async () => {
      const { strapi } = newsroom();
      await ask(address, path);
      expect(cacheOf(strapi).freshness.watched().level).toBe(1);
      expect((await ask(address, path)).cache).toBe('hit');
      await strapi.db.connection.raw(`update articles set title = 'new' where document_id = '${documentId}'`);
      const answer = await ask(address, path);
      expect(answer.cache).toBe('miss');
      expect(answer.body).toContain('"title":"new"');
      expect((await ask(address, path)).cache).toBe('hit');
      await strapi.db.query('api::ticker.ticker').create({ data: { symbol: 'YYY', mic: 'XNAS' } });
      expect((await ask(address, path)).cache).toBe('miss');
    });
  };
