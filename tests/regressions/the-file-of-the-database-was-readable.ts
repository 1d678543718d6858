import { statSync } from 'node:fs';
import type { Suite } from '../support/describe-newsroom';

export const regression: Suite = (newsroom) => {
  it('is read by its own account alone, as booted', () => {
    const { database, strapi } = newsroom();
    if (database !== 'sqlite') return;
    const { filename } = strapi.config.get<{ filename: string }>('database.connection.connection');
    for (const file of [filename, `${filename}-wal`, `${filename}-shm`]) {
      expect([file, (statSync(file).mode & 0o777).toString(8)]).toEqual([file, '600']);
    }
  });
};
