import type { PgClient } from '../../../src/plugins/response-cache/server/src/freshness/postgres/client';
import { postgresFreshness } from '../../../src/plugins/response-cache/server/src/freshness/postgres/postgres-freshness';
import { requireVersion } from '../../../src/plugins/response-cache/server/src/freshness/postgres/require-version';

describe('a PostgreSQL before 13', () => {
  it.each([
    [120_022, '12.22', 'the database is PostgreSQL 12.22: use SQLite, or PostgreSQL 13 or later'],
    [130_000, '13.0', undefined],
  ])('%i', async (number, text, message) => {
    const said = await requireVersion(() => Promise.resolve([{ number, text }])).catch(
      (error: Error) => error,
    );
    expect(said?.message).toBe(message);
  });

  it('and any other that cannot be asked is left without an open connection', async () => {
    const end = jest.fn(() => Promise.resolve());
    const client: PgClient = {
      connect: () => Promise.resolve(),
      query: () => Promise.reject(new Error('function pg_current_snapshot() does not exist')),
      on: () => undefined,
      end,
    };
    const opening = postgresFreshness({
      connect: () => Promise.resolve(client),
      execute: () => Promise.resolve(),
      schema: 'public',
      ignored: { tables: new Set(), columns: new Map() },
      triggers: true,
      timeoutMs: 250,
      warn: () => undefined,
    });
    await expect(opening).rejects.toThrow('does not exist');
    expect(end).toHaveBeenCalledTimes(1);
  });
});
