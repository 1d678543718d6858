import type { Core } from '@strapi/strapi';
import { readRows } from '../../database/read-rows';
import { PUBLICATIONS_TABLE } from '../publications/publications-table';
import { COMPANY, TICKER } from '../../type-names';

const newestOf = async (strapi: Core.Strapi, table: string, column: string): Promise<number | undefined> => {
  const [row] = await readRows<{ newest: Date | number | string | null }>(strapi, table, (rows) =>
    rows.max({ newest: column }),
  );
  if (row?.newest == null) return undefined;
  // PostgreSQL returns large integers as text.
  const milliseconds = Number(row.newest);
  return Number.isNaN(milliseconds) ? new Date(row.newest).getTime() : milliseconds;
};

/**
 * The time of the last change to anything in the formats: an article was published, changed or withdrawn, a quote was captured or
 * voided, or a company or a ticker was written. One time serves all formats, because an article changes with the entries that it
 * links. A deleted company or a revoked permission does not change it; only the ETag does.
 *
 * @returns undefined if nothing was ever published
 */
export const readLastModified = async (strapi: Core.Strapi): Promise<Date | undefined> => {
  const published = await newestOf(strapi, PUBLICATIONS_TABLE, 'changed_at');
  if (published === undefined) return undefined;
  const times = [published];
  for (const uid of [COMPANY, TICKER])
    times.push((await newestOf(strapi, strapi.db.metadata.get(uid).tableName, 'updated_at')) ?? 0);
  return new Date(Math.max(...times));
};
