import type { Core } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import { SNAPSHOT_UID } from '../plugin-names';
import { locksRows, tableIn, type Transaction } from './transaction';

/** Rows in one statement: SQLite takes 32,766 values in one, PostgreSQL 65,535; a row has under 50. */
export const ROWS_PER_STATEMENT = 500;

interface Attribute {
  columnName?: string;
  joinColumn?: { name: string };
}

/** The table of snapshots, without Strapi's queries: they take one statement for each row that differs. */
export const snapshotTable = (strapi: Core.Strapi, trx: Transaction) =>
  tableIn(strapi, trx, strapi.db.metadata.get(SNAPSHOT_UID).tableName);

/** A row with its attributes under the names of their columns. */
export const toColumns = (strapi: Core.Strapi, row: object): Record<string, unknown> => {
  const attributes = strapi.db.metadata.get(SNAPSHOT_UID).attributes as Record<string, Attribute | undefined>;
  const named: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    // Where the app has no type for tickers, a snapshot has no such column.
    if (name === 'ticker' && !attributes.ticker) continue;
    named[attributes[name]?.joinColumn?.name ?? attributes[name]?.columnName ?? name] = value;
  }
  return named;
};

/**
 * Rows in the pieces that one transaction may write: on a database that locks single rows, those of one publication.
 * Whoever publishes several documents in one transaction holds the rows of some and waits for those of others, in an
 * order of its own. If captures did so too, both could wait for each other.
 */
export const chunksPerPublication = <T>(
  strapi: Core.Strapi,
  items: readonly T[],
  relatedKeyOf: (item: T) => string,
): T[][] => {
  if (!locksRows(strapi)) return chunksOf(items, ROWS_PER_STATEMENT);
  const publications = new Map<string, T[]>();
  for (const item of items) {
    const ofPublication = publications.get(relatedKeyOf(item)) ?? [];
    ofPublication.push(item);
    publications.set(relatedKeyOf(item), ofPublication);
  }
  return [...publications.values()].flatMap((items) => chunksOf(items, ROWS_PER_STATEMENT));
};
