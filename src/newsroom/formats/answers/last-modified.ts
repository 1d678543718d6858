import type { Core } from '@strapi/strapi';
import { readRows } from '../../database/read-rows';
import { PUBLICATIONS_TABLE } from '../publications/publications-table';
import { COMPANY, TICKER } from '../../type-names';

const newestOf = async (strapi: Core.Strapi, table: string, column: string): Promise<number | undefined> => {
  const [row] = await readRows<{ newest: Date | number | string | null }>(strapi, table, (rows) =>
    rows.max({ newest: column }),
  );
  if (row?.newest == null) return undefined;
  // PostgreSQL gives large integers as text.
  const milliseconds = Number(row.newest);
  return Number.isNaN(milliseconds) ? new Date(row.newest).getTime() : milliseconds;
};

/**
 * When anything last changed that formats are made of: an article was published, changed or withdrawn, its quotes were captured
 * or voided, or a company or a ticker was written. It is one time for all of them, because an article changes with what it is
 * linked to. A company that is deleted and a right that is taken away leave no time behind: of those, only the ETag tells.
 *
 * @returns undefined where nothing was ever published
 */
export const readLastModified = async (strapi: Core.Strapi): Promise<Date | undefined> => {
  const published = await newestOf(strapi, PUBLICATIONS_TABLE, 'changed_at');
  if (published === undefined) return undefined;
  const times = [published];
  for (const uid of [COMPANY, TICKER])
    times.push((await newestOf(strapi, strapi.db.metadata.get(uid).tableName, 'updated_at')) ?? 0);
  return new Date(Math.max(...times));
};
