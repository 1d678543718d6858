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

/** The table of snapshots, past Strapi's queries, which would take one statement for each row that differs. */
export const createSnapshotTable = (strapi: Core.Strapi) => {
  const { tableName } = strapi.db.metadata.get(SNAPSHOT_UID);

  /** A row by attribute names, by the names of its columns. */
  const columns = (row: object): Record<string, unknown> => {
    const attributes = strapi.db.metadata.get(SNAPSHOT_UID).attributes as Record<
      string,
      Attribute | undefined
    >;
    const named: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
      // Where the app has no type for tickers, a snapshot has no such column.
      if (name === 'ticker' && !attributes.ticker) continue;
      named[attributes[name]?.joinColumn?.name ?? attributes[name]?.columnName ?? name] = value;
    }
    return named;
  };

  /**
   * What is written at once: the rows of one publication, where the database locks single rows. Whoever publishes
   * several documents in one transaction holds the rows of some and waits for those of others, in an order of its
   * own; if others did so too, they could wait for each other.
   */
  const portionsOf = <T>(items: readonly T[], relatedKeyOf: (item: T) => string): T[][] => {
    if (!locksRows(strapi)) return chunksOf(items, ROWS_PER_STATEMENT);
    const publications = new Map<string, T[]>();
    for (const item of items) {
      const portion = publications.get(relatedKeyOf(item)) ?? [];
      portion.push(item);
      publications.set(relatedKeyOf(item), portion);
    }
    return [...publications.values()].flatMap((portion) => chunksOf(portion, ROWS_PER_STATEMENT));
  };

  return { tableName, columns, portionsOf, table: (trx: Transaction) => tableIn(strapi, trx, tableName) };
};
