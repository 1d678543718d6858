import { install, startBareServer, type BareServer, type Connected } from '../support/postgres-clients';

/** Long enough for a select, and shorter than a transaction that is left open. */
const SOON_MS = 3_000;

const isSoon = (what: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    what.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), SOON_MS)),
  ]);

/**
 * All triggers were made in one transaction, without a limit for its locks. Where somebody had a table open (`pg_dump`), the start
 * waited for its end, and every later select on that table waited behind the start. Beside a write that took the tables in another
 * order it ended in a deadlock, which was taken for a database that allows no triggers.
 */
describe('triggers are made beside transactions that stay open', () => {
  let server: BareServer;
  let node: Connected;
  let other: Connected;
  let reader: Connected;
  beforeAll(async () => {
    server = await startBareServer();
    [node, other, reader] = [await server.connect(), await server.connect(), await server.connect()];
    for (const table of ['articles', 'tickers'])
      await other.run(`create table ${table} (id int primary key, title text)`);
  });
  afterEach(() => other.run('rollback'));
  afterAll(() => server.stop());

  const installing = (): { ended: Promise<string>; message: () => string | undefined } => {
    let message: string | undefined;
    const ended = install(node, { mostMs: 1_500 })
      .then(
        () => 'installed',
        (error: Error) => error.message,
      )
      .then((said) => (message = said));
    return { ended, message: () => message };
  };
  const isWaiting = async (): Promise<void> => {
    const locks = `select 1 from pg_stat_activity where wait_event_type = 'Lock'`;
    while ((await reader.run(locks)).length === 0) await new Promise((resolve) => setImmediate(resolve));
  };

  it('of a write to a second table: neither waits for the other', async () => {
    await other.run('begin');
    await other.run(`insert into tickers values (1, 'a')`);
    const { ended } = installing();
    await isWaiting();
    expect(await isSoon(other.run(`insert into articles values (1, 'a')`))).toBe(true);
    // One who comes later would wait behind the trigger.
    expect(await isSoon(reader.run(`insert into tickers values (2, 'b')`))).toBe(true);
    await ended;
    await other.run('rollback');
    await install(node);
  });

  it('of a reader, where a trigger has to be made anew: others go on reading, and the table is named', async () => {
    await install(node);
    await other.run(`comment on trigger response_cache_writes on articles is 'an older version'`);
    await other.run('begin');
    await other.run('select 1 from articles');
    const { ended } = installing();
    await isWaiting();
    expect(await isSoon(reader.run('select * from articles'))).toBe(true);
    expect(await isSoon(ended)).toBe(true);
    expect(await ended).toBe('locked by another transaction: articles');
    await other.run('rollback');
    expect(await installing().ended).toBe('installed');
  });

  it('which end meanwhile: it is tried again', async () => {
    await other.run(`comment on trigger response_cache_writes on articles is 'an older version'`);
    await other.run('begin');
    await other.run('select 1 from articles');
    const { ended, message } = installing();
    await isWaiting();
    // Its first try fails for the lock, and a later one does not.
    while (
      (await reader.run(`select 1 from pg_stat_activity where state = 'active' and wait_event_type = 'Lock'`))
        .length > 0
    )
      await new Promise((resolve) => setImmediate(resolve));
    expect(message()).toBeUndefined();
    await other.run('rollback');
    expect(await ended).toBe('installed');
  });

  it('is a lack of rights as PostgreSQL says it', async () => {
    await other.run('create role nobody login; grant select on all tables in schema public to nobody');
    await node.run('set role nobody');
    await expect(install(node)).rejects.toMatchObject({ code: '42501' });
    await node.run('reset role');
  });
});
