import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { restrictDatabaseFile } from '../../src/newsroom/database/restrict-database-file';

describe('a SQLite database is read by its own account alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quotemark-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const rightsOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

  it('where it is new, its folder too', () => {
    const file = path.join(folder, 'new/data.db');
    restrictDatabaseFile(file);
    expect(rightsOf(file)).toBe('600');
    expect(rightsOf(path.dirname(file))).toBe('700');
  });

  it('where it is there from before, with what stands in it', () => {
    const file = path.join(folder, 'old.db');
    for (const name of [file, `${file}-wal`, `${file}-shm`]) writeFileSync(name, 'words', { mode: 0o644 });
    restrictDatabaseFile(file);
    expect([file, `${file}-wal`, `${file}-shm`].map(rightsOf)).toEqual(['600', '600', '600']);
    expect(statSync(file).size).toBe(5);
  });
});
