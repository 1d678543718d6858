import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { makeCompiledApp } from '../../support/compiled-app';
import type { Node, NodeSnapshot } from '../../support/node';
import { SHORT_LIVED } from '../../support/short-lived';
import type { Nodes } from '.';

const root = path.resolve(__dirname, '../../..');

/** What operators do to a newsroom over the years. */
export const operations = (nodes: () => Nodes): void => {
  let app: string;
  /** What one test leaves to the next: each start takes seconds. */
  let running: Node | undefined;
  const runningNode = async (): Promise<Node> => (running ??= await nodes().start());
  beforeAll(async () => {
    app = await makeCompiledApp(nodes().folder);
  });

  const strapiCommand = async (args: string[], environment: Record<string, string>): Promise<void> => {
    const child = spawn(
      process.execPath,
      [...SHORT_LIVED, path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), ...args],
      {
        cwd: app,
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let written = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    if (code !== 0) throw new Error(`strapi ${args.join(' ')} ended with ${code}:\n${written}`);
  };

  it('switching the plugin off and on loses nothing, and what was published meanwhile is found', async () => {
    const on = await nodes().start();
    const kept = await on.do('create', { title: 'Before', text: '(NASDAQ: MSFT)' });
    await on.do('publish', { documentId: kept });
    await on.do('settled');
    const before = await on.do('record', { documentId: kept });
    expect(before).toMatchObject([{ instrument: 'XNAS:MSFT', state: 'captured' }]);
    await on.do('stop');

    const off = await nodes().start({ QUOTES_ENABLED: 'false' });
    const missed = await off.do('create', { title: 'Meanwhile', text: '(NYSE: ORCL)' });
    await off.do('publish', { documentId: missed });
    await off.do('stop');

    const back = await nodes().start();
    expect(await back.do('record', { documentId: kept })).toEqual(before);
    await back.do('insertPublished', { documentId: 'past-strapi', text: '(NASDAQ: AAPL)' });
    await back.do('insertPublished', { documentId: 'past-strapi-without', text: 'No company at all.' });
    await back.do('advance', { milliseconds: 61_000 });
    await back.do('work');
    // Reported, and left alone.
    expect((await back.do('status')).unrecorded).toBe(2);
    expect(await back.do('record', { documentId: missed })).toEqual([]);
    await back.do('stop');

    const marking = await nodes().start({ QUOTES_ON_UNRECORDED: 'mark' });
    await marking.do('insertPublished', { documentId: 'to-be-marked', text: '(NASDAQ: AAPL)' });
    await marking.do('sql', {
      sql: `update articles set quote_snapshots_record = 'recorded' where document_id in ('past-strapi', '${missed}')`,
    });
    await marking.do('advance', { milliseconds: 61_000 });
    await marking.do('work');
    expect(await marking.do('record', { documentId: 'to-be-marked' })).toMatchObject([
      {
        instrument: 'XNAS:AAPL',
        state: 'unavailable',
        current: true,
        reason: expect.stringContaining('Published without quotes'),
      },
    ]);
    await marking.do('sql', {
      sql: `update articles set quote_snapshots_record = 'missing' where document_id in ('past-strapi', '${missed}') and published_at is not null`,
    });
    await marking.do('stop');

    const capturing = await nodes().start({ QUOTES_ON_UNRECORDED: 'capture' });
    await capturing.do('advance', { milliseconds: 3_600_000 });
    await capturing.do('work');
    for (const [documentId, instrument] of [
      [missed, 'XNYS:ORCL'],
      ['past-strapi', 'XNAS:AAPL'],
    ] as const) {
      expect(await capturing.do('record', { documentId })).toMatchObject([
        {
          instrument,
          state: 'captured',
          reason: expect.stringMatching(/^Taken 1 hour after publication, as of/),
        },
      ]);
    }
    expect((await capturing.do('status')).unrecorded).toBe(0);
    await capturing.do('stop');
  }, 180_000);

  it('a record of the previous version is brought up to this one', async () => {
    // That version had no response cache, whose triggers name columns of this table.
    const node = await nodes().start({ RESPONSE_CACHE_ENABLED: 'false' });
    const documentId = await node.do('create', { title: 'Old', text: '(NASDAQ: MSFT) and (NYSE: LTEX)' });
    nodes().provider.fail('status-500');
    await node.do('publish', { documentId });
    await node.do('settled');
    nodes().provider.fail(undefined);
    // The table as the first version had it.
    for (const column of [
      'attempts',
      'failure_code',
      'next_attempt_at',
      'lease_owner',
      'lease_until',
      'announced_at',
      'correction',
    ]) {
      if (column === 'next_attempt_at') await node.do('sql', { sql: 'drop index quote_snapshots_due_idx' });
      if (column === 'announced_at')
        await node.do('sql', { sql: 'drop index quote_snapshots_announced_idx' });
      await node.do('sql', { sql: `alter table quote_snapshots drop column ${column}` });
    }
    await node.do('sql', {
      sql: `delete from strapi_core_store_settings where key = 'plugin_quote-snapshots_schema_version'`,
    });
    // Strapi looks at tables only where what it has stored of them differs.
    await node.do('sql', { sql: 'delete from strapi_database_schema' });
    node.kill();
    await node.gone;

    const upgraded = await runningNode();
    nodes().provider.quote('LTEX', { Price: 7, PrevClose: 7 });
    await upgraded.do('advance', { milliseconds: 1_000 });
    await upgraded.do('work');
    expect(await upgraded.do('record', { documentId })).toMatchObject([
      { instrument: 'XNAS:MSFT', state: 'captured', attempts: 1 },
      { instrument: 'XNYS:LTEX', state: 'captured', price: 7 },
    ]);
  }, 120_000);

  it('a record of a newer version is not touched', async () => {
    const node = await runningNode();
    await node.do('sql', {
      sql: `update strapi_core_store_settings set value = '99' where key = 'plugin_quote-snapshots_schema_version'`,
    });
    await node.do('stop');
    running = undefined;
    await expect(nodes().start()).rejects.toThrow(/newer version/);
    // Put right again, past the plugin.
    const off = await nodes().start({ QUOTES_ENABLED: 'false' });
    await off.do('sql', {
      sql: `update strapi_core_store_settings set value = '2' where key = 'plugin_quote-snapshots_schema_version'`,
    });
    await off.do('stop');
  }, 120_000);

  /** What must arrive of a record. */
  const figures = (rows: readonly NodeSnapshot[]) =>
    rows.map(({ documentId: id, instrument, price, quotedAt, capturedAt, current, state }) => ({
      id,
      instrument,
      price,
      quotedAt,
      capturedAt,
      current,
      state,
    }));

  const publishOne = async (title: string): Promise<{ documentId: string; before: NodeSnapshot[] }> => {
    const node = await runningNode();
    const documentId = await node.do('create', { title, text: '(NASDAQ: MSFT)' });
    await node.do('publish', { documentId });
    await node.do('settled');
    const before = await node.do('record', { documentId });
    return { documentId, before };
  };

  const anotherDatabase = (name: string) => ({
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(nodes().folder, name),
  });

  const expectArrived = async (
    node: Node,
    { documentId, before }: { documentId: string; before: NodeSnapshot[] },
  ): Promise<void> => {
    expect(figures(await node.do('record', { documentId }))).toEqual(figures(before));
    expect(await node.do('isPublished', { documentId })).toBe(true);
    await node.do('advance', { milliseconds: 61_000 });
    await node.do('work');
    expect(figures(await node.do('record', { documentId }))).toEqual(figures(before));
  };

  /** An article that is scheduled and under embargo until then: what is to arrive of it. */
  const scheduleOne = async (title: string) => {
    const node = await runningNode();
    const documentId = await node.do('create', { title, text: '(NASDAQ: MSFT)' });
    const [inMs, untilMs] = [86_400_000, 2 * 86_400_000];
    await node.do('schedule', { documentId, inMs, untilMs, embargoMs: inMs });
    const times = await node.do('times', { documentId });
    expect(Object.values(times)).not.toContain(null);
    return { documentId, times, acts: await node.do('articleActs', { documentId }) };
  };

  /** What has been done to articles arrived, and is kept as before. */
  const expectScheduled = async (
    node: Node,
    { documentId, times, acts }: Awaited<ReturnType<typeof scheduleOne>>,
  ): Promise<void> => {
    expect(await node.do('times', { documentId })).toEqual(times);
    expect(acts).toEqual(['scheduled', 'embargoed']);
    expect(await node.do('articleActs', { documentId })).toEqual(acts);
    await expect(
      node.do('sql', { sql: 'delete from article_acts where id = (select min(id) from article_acts)' }),
    ).rejects.toThrow('never deleted');
  };

  it('strapi export and import carry articles, quotes and times, over a newsroom that has some of its own', async () => {
    const { environment, folder } = nodes();
    const published = await publishOne('Exported');
    const scheduled = await scheduleOne('Exported, and scheduled');
    const file = path.join(folder, 'backup');
    await strapiCommand(['export', '--no-encrypt', '--no-compress', '-f', file], environment);
    // Its acts and publications are deleted with it: a restore puts the whole newsroom in the place of what is there.
    const { documentId: later } = await publishOne('Later');
    await (await runningNode()).do('stop');
    running = undefined;
    await strapiCommand(['import', '-f', `${file}.tar`, '--force'], environment);
    const there = await runningNode();
    await expectArrived(there, published);
    await expectScheduled(there, scheduled);
    expect(await there.do('articleActs', { documentId: later })).toEqual([]);
  }, 240_000);

  it('strapi transfer carries them to a newsroom that is running', async () => {
    const published = await publishOne('Transferred');
    const scheduled = await scheduleOne('Transferred, and scheduled');
    const there = await nodes().start({
      ...anotherDatabase('transferred.db'),
      REMOTE_TRANSFER: 'true',
      APP_DIR: app,
    });
    const own = await there.do('create', { title: 'Of its own', text: '(NASDAQ: MSFT)' });
    await there.do('publish', { documentId: own });
    await there.do('settled');
    const { url, token } = await there.do('receive');
    await strapiCommand(['transfer', '--to', url, '--to-token', token, '--force'], nodes().environment);
    await expectArrived(there, published);
    await expectScheduled(there, scheduled);
    expect(await there.do('articleActs', { documentId: own })).toEqual([]);
    await there.do('stop');
  }, 240_000);
};
