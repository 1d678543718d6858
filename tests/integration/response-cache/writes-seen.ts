import { listFunctions } from '../../../src/plugins/response-cache/server/src/freshness/postgres/triggers';
import { publishArticle, settled } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import type { Database } from '../../support/newsroom';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

const ARTICLE = 'api::article.article';

export const writesSeen =
  (database: Database): Suite =>
  (newsroom) => {
    let address: string;
    let documentId: string;
    let path: string;
    beforeAll(async () => {
      address = await addressOf(newsroom());
      documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
      path = `/api/articles/${documentId}?populate=quoteSnapshots`;
      // Outside of a request nobody waits for its quotes, whose coming ends answers.
      await settled(newsroom());
    });
    beforeEach(async () => {
      await ask(address, path);
      expect((await ask(address, path)).cache).toBe('hit');
    });
    const run = (sql: string): Promise<unknown> => newsroom().strapi.db.connection.raw(sql);

    it('what the worker notes for itself ends no answer', async () => {
      await run(`update quote_snapshots set lease_owner = 'x', attempts = attempts + 1, announced_at = null`);
      await run(`insert into quote_snapshots_usage ("window", spent) values ('w${Date.now()}', 1)`);
      expect((await ask(address, path)).cache).toBe('hit');
      await run(`update quote_snapshots set lease_owner = null, price = 1`);
      expect((await ask(address, path)).body).toContain('"price":1,');
    });

    it('what stands in other tables ends no answer', async () => {
      await newsroom()
        .strapi.db.query('api::ticker.ticker')
        .create({ data: { symbol: 'ZZZ', mic: 'XNAS' } });
      expect((await ask(address, path)).cache).toBe('hit');
    });

    it('what is rolled back changes nothing', async () => {
      const before = (await ask(address, path)).body;
      await newsroom()
        .strapi.db.transaction(async ({ trx }) => {
          await trx('articles').update({ title: 'never' });
          throw new Error('rolled back');
        })
        .catch(() => undefined);
      expect((await ask(address, path)).body).toBe(before);
    });

    it('a trigger that is lost is noticed, and what it watched is not trusted', async () => {
      const cache = cacheOf(newsroom().strapi);
      expect(cache.freshness.watched().level).toBe(2);
      await run(
        database === 'sqlite'
          ? 'drop trigger "response_cache_writes:articles:update"'
          : 'alter table articles disable trigger response_cache_writes',
      );
      await run(`update articles set title = 'unnoticed' where document_id = '${documentId}'`);
      const answer = await ask(address, path);
      expect(answer.body).toContain('unnoticed');
      expect(answer.cache).toBe('bypass; unwatched-table');
      await run(
        database === 'sqlite'
          ? 'CREATE TRIGGER "response_cache_writes:articles:update" after update on "articles" begin update "response_cache_writes" set writes = writes + 1 where table_name = \'articles\'; end'
          : 'alter table articles enable always trigger response_cache_writes',
      );
      await ask(address, path);
      expect((await ask(address, path)).cache).toBe('hit');
    });

    it('what was written while a trigger was missing ends answers of nodes that did not ask meanwhile', async () => {
      const before = (await ask(address, path)).body;
      await run(
        database === 'sqlite'
          ? 'drop trigger "response_cache_writes:articles:update"'
          : 'drop trigger response_cache_writes on articles',
      );
      await run(`update articles set title = 'in between' where document_id = '${documentId}'`);
      await newsroom().strapi.plugin('response-cache').service('running').watchTables();
      const answer = await ask(address, path);
      expect(answer.body).toContain('in between');
      expect(answer.body).not.toBe(before);
    });

    if (database === 'postgres')
      it('a column can be dropped from a table whose trigger names columns, once its type has lost an attribute', async () => {
        const { strapi } = newsroom();
        const { contentTypes } = strapi;
        const uid = 'plugin::quote-snapshots.quote-snapshot';
        const formerly = { attributes: { ...contentTypes[uid]?.attributes, formerly: { type: 'string' } } };
        const drop = (oldContentTypes: object) =>
          strapi.db.transaction(async ({ trx }) => {
            await strapi.hook('strapi::content-types.beforeSync').call({ oldContentTypes, contentTypes });
            await trx.raw('alter table quote_snapshots drop column failure_code');
            throw new Error('dropped');
          });
        await expect(drop(contentTypes)).rejects.toThrow('other objects depend on it');
        await expect(drop({ ...contentTypes, [uid]: formerly })).rejects.toThrow('dropped');
        expect((await ask(address, path)).cache).toBe('hit');
      });

    // SQLite's `alter table` may re-create the table, without its triggers.
    if (database === 'sqlite')
      it('a change of the schema ends every answer', async () => {
        await run('create table made_up (id integer)');
        expect((await ask(address, path)).cache).toBe('miss');
        await run('drop table made_up');
      });

    if (database === 'postgres')
      it('what was written while a trigger was off, or before its table was made anew, is seen', async () => {
        await run('alter table articles disable trigger response_cache_writes');
        await run(`update articles set title = 'in between' where document_id = '${documentId}'`);
        await run('alter table articles enable always trigger response_cache_writes');
        expect((await ask(address, path)).body).toContain('in between');
        expect((await ask(address, path)).cache).toBe('hit');
      });

    // None of them runs a trigger. SQLite has one version of its schema, which each changes.
    if (database === 'postgres')
      it.each<[string, string[], string[]]>([
        [
          'gives a column other values',
          [
            `alter table articles alter column title type varchar(255) using case document_id when 'ID' then 'altered' else title end`,
          ],
          [],
        ],
        [
          'puts another table in its place',
          [
            'create table articles_new (like articles including all)',
            'insert into articles_new select * from articles',
            `update articles_new set title = 'in its place' where document_id = 'ID'`,
            'alter table articles rename to articles_formerly',
            'alter table articles_new rename to articles',
          ],
          ['drop table articles', 'alter table articles_formerly rename to articles'],
        ],
        [
          'takes a column away from Strapi',
          ['alter table articles rename column summary to formerly'],
          ['alter table articles rename column formerly to summary'],
        ],
      ])('a change of a table that %s is seen', async (_what, change, takeBack) => {
        const before = (await ask(address, path)).body;
        try {
          await run(change.map((sql) => sql.replace('ID', documentId)).join(';'));
          const answer = await ask(address, path);
          const stock = await ask(address, path, { headers: { cookie: 'a=b' } });
          expect([answer.status, answer.body]).toEqual([200, stock.body]);
          expect(answer.body).not.toBe(before);
        } finally {
          if (takeBack.length > 0) await run(takeBack.join(';'));
        }
        await ask(address, path);
        expect((await ask(address, path)).cache).toBe('hit');
      });

    if (database === 'postgres')
      it('a child table is seen, where an earlier one has left its mark on the table', async () => {
        await run('create table articles_child () inherits (articles); drop table articles_child');
        await ask(address, path);
        expect((await ask(address, path)).cache).toBe('hit');
        try {
          await run('create table articles_child () inherits (articles)');
          expect((await ask(address, path)).cache).not.toBe('hit');
        } finally {
          await run('drop table articles_child');
        }
      });

    if (database === 'postgres')
      it('a database that was restored on another server ends no more answers than before', async () => {
        const later = '123456789012';
        await run(`insert into response_cache_writes (xid, table_name) values ('${later}', 'articles')`);
        await run(`update response_cache_pruned set before = '${later}'`);
        await newsroom().strapi.plugin('response-cache').service('running').watchTables();
        await ask(address, path);
        await newsroom()
          .strapi.db.query('api::ticker.ticker')
          .create({ data: { symbol: 'RST', mic: 'XNAS' } });
        expect((await ask(address, path)).cache).toBe('hit');
      });

    if (database === 'postgres')
      it('functions whose result is another each time are known, of whatever version the server is', async () => {
        const known = await listFunctions(
          async (sql) => (await newsroom().strapi.db.connection.raw(sql)).rows,
        );
        expect(known).toEqual(
          expect.arrayContaining(['random', 'random_normal', 'uuidv7', 'pg_sleep', 'table_to_xml']),
        );
        for (const name of ['lower', 'count', 'json_agg', 'coalesce']) expect(known).not.toContain(name);
      });

    if (database === 'postgres')
      it('a function that is made after the start is known before an answer is read by it', async () => {
        const known = (): boolean =>
          cacheOf(newsroom().strapi).freshness.watched().functions.has('made_late');
        expect(known()).toBe(false);
        await run(
          `create function made_late() returns bigint language sql as 'select count(*) from articles'`,
        );
        try {
          await ask(address, path);
          expect(known()).toBe(true);
        } finally {
          await run('drop function made_late');
        }
        await ask(address, path);
        expect(known()).toBe(false);
      });

    // Logical replication runs no triggers of statements.
    if (database === 'postgres')
      it('every write ends every answer while the database takes over the writes of another', async () => {
        const { freshness } = cacheOf(newsroom().strapi);
        await run(
          `create subscription made_up connection 'dbname=made_up' publication made_up with (connect = false)`,
        );
        await ask(address, path);
        expect([freshness.watched().level, (await ask(address, path)).cache]).toEqual([1, 'hit']);
        await newsroom()
          .strapi.db.query('api::ticker.ticker')
          .create({ data: { symbol: 'RPL', mic: 'XNAS' } });
        expect((await ask(address, path)).cache).toBe('miss');
        await run('alter subscription made_up set (slot_name = none)');
        await run('drop subscription made_up');
        await ask(address, path);
        expect([freshness.watched().level, (await ask(address, path)).cache]).toEqual([2, 'hit']);
      });

    it('Clear drops everything', async () => {
      const { http, adminToken } = newsroom();
      const status = async () =>
        (await http().get('/response-cache/status').auth(adminToken, { type: 'bearer' }).expect(200)).body
          .data;
      expect((await status()).entries).toBeGreaterThan(0);
      await http().post('/response-cache/clear').auth(adminToken, { type: 'bearer' }).expect(200);
      expect(await status()).toMatchObject({ state: 'on', level: 2, entries: 0, counters: { hits: 0 } });
      expect((await ask(address, path)).cache).toBe('miss');
      await http().get('/response-cache/status').expect(401);
    });

    it.each([
      ['a failure', 500, {}],
      // It answers 200, with the errors in the body.
      ['an error of GraphQL', 200, { query: '{ articles { title } }' }],
    ])('in shadow mode, %s says nothing of the cached answer', async (_what, status, options) => {
      const { strapi } = newsroom();
      const cache = cacheOf(strapi);
      const endpoint = 'query' in options ? '/graphql' : path;
      await ask(address, endpoint, options);
      expect((await ask(address, endpoint, options)).cache).toBe('hit');
      let isRefused = true;
      strapi.documents.use((_ctx, next) => {
        if (isRefused) throw new Error('made up');
        return next();
      });
      cache.config.shadow = 1;
      const { compared } = cache.counters.shadow;
      try {
        const answer = await ask(address, endpoint, options);
        expect(answer.status).toBe(status);
        expect(answer.body).toMatch(/"errors?":/);
      } finally {
        isRefused = false;
        cache.config.shadow = 0;
      }
      // One more question to the database: what the comparison asks is answered by then.
      expect((await ask(address, endpoint, options)).cache).toBe('hit');
      const { off } = cache;
      // Not the tests after this one, too.
      cache.off = undefined;
      expect([off, cache.counters.shadow.compared]).toEqual([undefined, compared]);
    });

    if (database === 'postgres')
      it('shadow mode takes an answer for no difference where another check of it ended meanwhile', async () => {
        const { strapi } = newsroom();
        const cache = cacheOf(strapi);
        const titled = (title: string) =>
          run(`update articles set title = '${title}' where document_id = '${documentId}'`);
        const asked = async (): Promise<string> => (await ask(address, path)).cache;
        await titled('To be compared');
        // From its second fill on it is checked after a write.
        await asked();
        await titled('To be compared');
        await asked();
        let isFirst = true;
        strapi.documents.use(async (_ctx, next) => {
          if (!isFirst || cache.config.shadow === 0) return next();
          isFirst = false;
          cache.config.shadow = 0;
          await titled('For a moment');
          const read = await next();
          await titled('To be compared');
          expect(await asked()).toBe('hit');
          return read;
        });
        const { changed } = cache.counters.shadow;
        cache.config.shadow = 1;
        try {
          expect((await ask(address, path)).body).toContain('For a moment');
        } finally {
          cache.config.shadow = 0;
        }
        await asked();
        const { off } = cache;
        cache.off = undefined;
        expect([off, cache.counters.shadow.changed]).toEqual([undefined, changed + 1]);
      });

    it('shadow mode finds an answer that is not the database’s, says so and switches the cache off', async () => {
      const { strapi, http, adminToken } = newsroom();
      const cache = cacheOf(strapi);
      const { compared, same, different } = cache.counters.shadow;
      cache.config.shadow = 1;
      try {
        await ask(address, path);
        expect(cache.counters.shadow).toMatchObject({ compared: compared + 1, same: same + 1, different });
        const entry = cache.entries.dump().find(([key]) => key.includes(documentId))?.[1].value;
        entry!.body = Buffer.from(entry!.body.toString().replace('MSFT', 'LIES'));
        const answer = await ask(address, path);
        expect(answer.body).not.toContain('LIES');
        for (let turn = 0; cache.off === undefined && turn < 1_000; turn += 1)
          await new Promise((resolve) => setImmediate(resolve));
        expect(cache.off).toMatchObject({ by: 'shadow', text: expect.stringMatching(/differed/) });
        expect((await ask(address, path)).cache).toBe('');
      } finally {
        cache.config.shadow = 0;
      }
      // Clear sets the counters back, and leaves the cache off.
      const cleared = await http().post('/response-cache/clear').auth(adminToken, { type: 'bearer' });
      expect(cleared.body.data).toMatchObject({ state: 'off', offBy: 'shadow', reason: cache.off?.text });
      await http().post('/response-cache/switch-on').auth(adminToken, { type: 'bearer' }).expect(200);
      expect(cache.off).toBeUndefined();
    });

    it('a deleted document is gone', async () => {
      await newsroom().strapi.documents(ARTICLE).delete({ documentId });
      expect((await ask(address, path)).status).toBe(404);
    });
  };
