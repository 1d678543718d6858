import type { Freshness } from '../../src/plugins/response-cache/server/src/freshness/freshness';
import {
  install,
  openFreshness,
  startBareServer,
  type BareServer,
  type Connected,
} from '../support/postgres-clients';

/**
 * The structure that is compared did not have the names of schemas. A restore into a new schema that then took the old one's name was
 * never seen: the triggers moved along with the tables that nobody read any more.
 */
describe('what runs no trigger and changes no watched table', () => {
  let server: BareServer;
  let node: Connected;
  let freshness: Freshness;
  beforeAll(async () => {
    server = await startBareServer();
    node = await server.connect();
  });
  afterEach(() => freshness.close());
  afterAll(() => server.stop());

  const watch = async (schema: string): Promise<void> => {
    await node.run(`create schema if not exists "${schema}"`);
    await node.run(`create table "${schema}".articles (id int primary key, title text)`);
    await install(node, { schema });
    freshness = await openFreshness(server, node, { schema });
  };
  /** What a question says after these statements, which are one transaction. The next one says that nothing was written. */
  const ask = async (...statements: string[]): Promise<unknown> => {
    await node.run(['begin', ...statements, 'commit'].join('; '));
    const said = await freshness.ask();
    expect(await freshness.ask()).toEqual([]);
    return said;
  };

  // The first one is in the search path.
  it.each(['public', 'News'])('the schema %s is seen to have become another', async (schema) => {
    await watch(schema);
    expect(await ask(`insert into "${schema}".articles values (1, 'a')`)).toEqual(['articles']);
    await ask(
      'create schema nu',
      ...['articles', 'response_cache_writes', 'response_cache_pruned'].map(
        (table) => `create table nu.${table} (like "${schema}".${table} including all)`,
      ),
      `insert into nu.response_cache_pruned (before) values ('0')`,
      `insert into nu.articles values (1, 'of the new schema')`,
    );
    expect(
      await ask(`alter schema "${schema}" rename to formerly`, `alter schema nu rename to "${schema}"`),
    ).toBe('all');
    expect([...freshness.watched().lost]).toEqual(['articles']);
    await node.run(`drop schema formerly cascade; drop schema "${schema}" cascade`);
  });

  it('a table that comes before a watched one in the search path, and an enum with other words, end every answer', async () => {
    await watch('public');
    await node.run(`create type mood as enum ('bull', 'bear')`);
    await ask();
    expect(await ask(`alter type mood rename value 'bull' to 'optimist'`)).toBe('all');
    expect(
      // `"$user"` comes before `public`.
      await ask('create schema postgres', 'create table postgres.articles (like public.articles)'),
    ).toBe('all');
  });
});
