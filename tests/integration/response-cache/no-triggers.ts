import { publishArticle, settled } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import type { Node } from '../../support/node';
import { addressOf, ask, startSecondNode } from '../../support/response-cache';

/** As a database does whose owner lets the app make nothing of this plugin's. */
const FORBID = [
  `create function forbid_response_cache() returns event_trigger language plpgsql as $body$
   begin
     if exists (select from pg_event_trigger_ddl_commands() where object_identity like '%response_cache%') then
       raise exception 'no triggers are made here' using errcode = 'insufficient_privilege';
     end if;
   end $body$`,
  'create event trigger forbid_response_cache on ddl_command_end execute function forbid_response_cache()',
];
const ALLOW = ['drop event trigger forbid_response_cache', 'drop function forbid_response_cache()'];

/** A node whose database lets no triggers be made: slower, and as exact. */
export const noTriggers: Suite = (newsroom) => {
  let node: Node;
  let address: string;
  let path: string;
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await newsroom().strapi.db.connection.raw(statement);
  };
  beforeAll(async () => {
    path = `/api/articles/${await publishArticle(newsroom(), ['(NASDAQ: MSFT)'])}`;
    // Every write ends answers, and its quotes come later.
    await settled(newsroom());
    await run(FORBID);
    ({ node, address } = await startSecondNode({ LOG_LEVEL: 'warn' }));
    await run(ALLOW);
  });
  afterAll(() => node?.do('stop'));

  it('says so at the start, and why', () => {
    expect(node.output()).toMatch(
      /response-cache: the database lets no triggers be made \(.*no triggers are made here/,
    );
  });

  it('Clear on it drops what other nodes hold, too', async () => {
    const other = await addressOf(newsroom());
    await ask(other, path);
    expect((await ask(other, path)).cache).toBe('hit');
    const headers = { authorization: `Bearer ${newsroom().adminToken}` };
    expect((await ask(address, '/response-cache/clear', { method: 'POST', headers })).status).toBe(200);
    expect((await ask(other, path)).cache).toBe('miss');
  });

  it('answers from memory until something is written, wherever', async () => {
    const asked = async (): Promise<string> => (await ask(address, path)).cache;
    await asked();
    expect(await asked()).toBe('hit');
    await newsroom()
      .strapi.db.query('api::ticker.ticker')
      .create({ data: { symbol: 'QZTRG', mic: 'XNAS' } });
    expect([await asked(), await asked()]).toEqual(['miss', 'hit']);
    await run([`update articles set title = 'without triggers'`]);
    const answer = await ask(address, path);
    expect(answer.cache).toBe('miss');
    expect(answer.body).toContain('without triggers');
  });

  it('starts while somebody holds a table whose trigger has to be made, and names the table', async () => {
    const { strapi } = newsroom();
    await run([`comment on trigger response_cache_writes on articles is 'of an older version'`]);
    const reader = await strapi.db.connection.transaction();
    await reader.raw('select 1 from articles limit 1');
    try {
      const locked = await startSecondNode({ LOG_LEVEL: 'warn' });
      expect(locked.node.output()).toMatch(
        /response-cache: triggers could not be made, .* \(locked by another transaction: articles\)/,
      );
      const asked = async (): Promise<string> => (await ask(locked.address, path)).cache;
      await asked();
      expect(await asked()).toBe('hit');
      await locked.node.do('stop');
    } finally {
      await reader.rollback();
      await strapi.plugin('response-cache').service('running').watchTables();
    }
  });
};
