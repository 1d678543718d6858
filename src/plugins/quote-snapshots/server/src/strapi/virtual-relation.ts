import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

/** A join of two tables on plain columns. */
export interface VirtualJoin {
  /** The uid of the type on the other side, and its table. */
  target: string;
  table: string;
  /** The column of this side, and the column of the other side with the same value. */
  column: string;
  referencedColumn: string;
  /** More conditions on the other side's rows. */
  on: Record<string, unknown>;
}

/**
 * An attribute that populates the rows of another table, with nothing stored in between.
 *
 * Uses `unstable_virtual`, which Strapi has for `localizations` of its own i18n plugin. With it, the database layer takes the
 * `joinColumn` unchanged. A real relation does not work. Publishing deletes the published entry and writes a new one with a new id,
 * so links to the entry are lost, and a morph relation makes `publish` throw.
 *
 * If Strapi drops the flag, it makes a join table, which is empty, and documents would seem to have no snapshots. So {@link
 * checkVirtualRelation} checks at start what the database layer made of it.
 */
export const virtualRelation = ({ target, table, column, referencedColumn, on }: VirtualJoin) => ({
  type: 'relation' as const,
  relation: 'oneToMany' as const,
  target,
  writable: false,
  configurable: false,
  visible: false,
  unstable_virtual: true,
  joinColumn: { name: column, referencedColumn, referencedTable: table, on: () => on },
});

/** @throws StrapiChangedError if the attribute is not joined on the given columns */
export const checkVirtualRelation = (
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
  { table, column, referencedColumn }: Pick<VirtualJoin, 'table' | 'column' | 'referencedColumn'>,
): void => {
  const made = strapi.db.metadata.get(uid).attributes[attribute] as
    | { joinTable?: unknown; joinColumn?: Record<string, unknown> }
    | undefined;
  const join = made?.joinColumn;
  if (
    made?.joinTable === undefined &&
    join?.name === column &&
    join.referencedColumn === referencedColumn &&
    join.referencedTable === table &&
    typeof join.on === 'function'
  )
    return;
  throw new StrapiChangedError(
    '`unstable_virtual` of a relation',
    `${uid}.${attribute} is not joined on ${column} = ${table}.${referencedColumn}`,
  );
};
