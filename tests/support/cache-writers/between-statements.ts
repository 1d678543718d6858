import type { Core } from '@strapi/strapi';
import { loadOutside } from '../load-strapi';
import type { Register } from '../linearizability';
import { onTitle, publishOwn, updateTitle } from './article';

/** As much of better-sqlite3 as is needed here. */
interface Sqlite {
  exec(sql: string): unknown;
}

/** In milliseconds: where no answer is read, it is written all the same. */
const LATEST = 200;

/**
 * A writer of SQLite that commits while an answer is read: after the article's row, before its companies. On one connection
 * that is all but impossible, since Strapi reads an answer of REST within a transaction.
 */
export const betweenStatements = async (strapi: Core.Strapi): Promise<Register[]> => {
  const { connection, dialect } = strapi.db;
  if (dialect.client !== 'sqlite') return [];
  const id = await publishOwn(strapi, 'between');
  const Database = loadOutside<new (file: string, options: { timeout: number }) => Sqlite>('better-sqlite3');
  const own = new Database(String(process.env.DATABASE_FILENAME), { timeout: 0 });
  const commit = (number: number): Promise<void> =>
    new Promise((resolve) => {
      const tryToWrite = (): void => {
        try {
          own.exec(updateTitle(id, number));
        } catch {
          // Somebody else is writing: the next time.
          return;
        }
        clearInterval(timer);
        connection.removeListener('query', look);
        resolve();
      };
      const look = ({ sql }: { sql: string }): void => {
        if (sql.startsWith('select') && sql.includes('articles_companies_lnk')) tryToWrite();
      };
      const timer = setInterval(tryToWrite, LATEST);
      connection.on('query', look);
    });
  return [onTitle('between', commit, '&populate=companies')];
};
