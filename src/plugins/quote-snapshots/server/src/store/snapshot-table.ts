import type { Core } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import { SNAPSHOT_UID } from '../plugin-names';
import { locksRows, tableIn, type Transaction } from './transaction';
import { columnsOf, tableNameOf, type Column } from '../strapi/tables';

/** The rows of one statement. SQLite accepts 32,766 values in a statement, PostgreSQL 65,535, and a row has fewer than 50. */
export const ROWS_PER_STATEMENT = 500;

/** The table of snapshots for knex. Strapi's own queries would need one statement for each row that differs. */
export const snapshotTable = (strapi: Core.Strapi, trx: Transaction) =>
  tableIn(strapi, trx, tableNameOf(strapi, SNAPSHOT_UID));

/** Columns by attribute, read once for each Strapi instance: a publication of ten quotes needs them twenty times. */
const columns = new WeakMap<Core.Strapi, ReadonlyMap<string, Column>>();

const columnsByAttribute = (strapi: Core.Strapi): ReadonlyMap<string, Column> => {
  const known = columns.get(strapi);
  if (known) return known;
  const found = new Map(columnsOf(strapi, SNAPSHOT_UID).map((column) => [column.attribute, column] as const));
  columns.set(strapi, found);
  return found;
};

/** A row with the names of its columns instead of attributes. */
export const toColumns = (strapi: Core.Strapi, row: object): Record<string, unknown> => {
  const known = columnsByAttribute(strapi);
  const named: Record<string, unknown> = {};
  for (const [attribute, value] of Object.entries(row)) {
    const column = known.get(attribute);
    // If the app has no type for tickers, snapshots have no such column.
    if (column === undefined && attribute === 'ticker') continue;
    // SQLite keeps JSON as text, and its driver takes no objects.
    const isJson = column?.type === 'json' && value !== null && value !== undefined;
    named[column?.column ?? attribute] = isJson ? JSON.stringify(value) : value;
  }
  return named;
};

/**
 * Splits rows into the portions that one transaction may write. On a database that locks single rows, a portion has the rows of one
 * publication. A transaction that publishes several documents holds the rows of some and waits for the rows of others, in an order
 * of its own. If captures did so too, each could wait for the other.
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
