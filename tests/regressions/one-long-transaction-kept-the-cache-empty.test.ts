import { pruneStatement } from '../../src/plugins/response-cache/server/src/freshness/postgres/questions';
import { install, openFreshness, startBareServer } from '../support/postgres-clients';

/**
 * Rows of writes are removed after ten minutes. Where a transaction was open for longer, rows that were newer than it went too. A
 * snapshot begins with the oldest open transaction, so from then on every question found that rows might be missing.
 */
it('a transaction that is open for longer than rows of writes are kept ends no answer', async () => {
  const server = await startBareServer();
  try {
    const [node, holder] = [await server.connect(), await server.connect()];
    await node.run('create table articles (id int primary key, title text)');
    await install(node);
    const freshness = await openFreshness(server, node);
    await holder.run('begin');
    await holder.run('select pg_current_xact_id()');
    await node.run(`insert into articles values (1, 'a')`);
    expect(await freshness.ask()).toEqual(['articles']);
    const prune = async (): Promise<unknown[]> => {
      // As ten minutes later.
      await node.run(`update response_cache_writes set at = now() - interval '11 minutes'`);
      await node.run(pruneStatement('public', 600));
      return node.run('select table_name from response_cache_writes');
    };
    expect(await prune()).toEqual([{ table_name: 'articles' }]);
    await node.run(`update articles set title = 'b'`);
    expect(await freshness.ask()).toEqual(['articles']);
    await holder.run('commit');
    expect(await freshness.ask()).toEqual([]);
    // What everybody has seen is removed all the same.
    expect(await prune()).toEqual([]);
    await node.run(`update articles set title = 'c'`);
    expect(await freshness.ask()).toEqual(['articles']);
    await freshness.close();
  } finally {
    await server.stop();
  }
}, 60_000);
