import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sqlite } from '../../../src/plugins/response-cache/server/src/freshness/sqlite/database';
import { sqliteFreshness } from '../../../src/plugins/response-cache/server/src/freshness/sqlite/sqlite-freshness';
import { loadOutside } from '../../support/load-strapi';

/** As much of better-sqlite3 as is needed here. */
interface Connection extends Sqlite {
  pragma(text: string, options: { simple: true }): unknown;
}

describe('a database of SQLite that lets no triggers be made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'response-cache-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tells every node that one of them has cleared, and leaves the app’s own version as it was', async () => {
    const Database =
      loadOutside<new (file: string, options?: { readonly: true }) => Connection>('better-sqlite3');
    const file = join(folder, 'database.sqlite');
    const writer = new Database(file);
    writer.exec('pragma journal_mode = wal; pragma user_version = 7; create table articles (id integer)');
    const readers = [1, 2].map(() => new Database(file, { readonly: true }));
    const ignored = { tables: new Set<string>(), columns: new Map<string, ReadonlySet<string>>() };
    const [one, other] = readers.map((reader) =>
      sqliteFreshness(reader, ignored, false, (sql) => Promise.resolve(writer.exec(sql))),
    );
    expect(other?.ask()).toEqual([]);
    await one?.clear();
    expect([other?.ask(), other?.ask()]).toEqual(['all', []]);
    expect(writer.pragma('user_version', { simple: true })).toBe(7);
    await Promise.all([one?.close(), other?.close()]);
    writer.close();
  });
});
