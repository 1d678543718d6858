import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

/**
 * The names of tables and columns, and the targets of relations, from Strapi's database layer (`strapi.db.metadata`, undocumented).
 * Strapi shortens long names, so they cannot be worked out from the schema.
 *
 * If this changes, statements would name tables that do not exist. Every function here then throws, and a publication is rolled
 * back instead of being written without its record.
 */
const modelOf = (strapi: Core.Strapi, uid: string) => {
  const model = strapi.db.metadata.get(uid);
  if (typeof model?.tableName !== 'string' || typeof model.attributes !== 'object')
    throw new StrapiChangedError('`strapi.db.metadata.get(uid)`', `no table and attributes for ${uid}`);
  return model;
};

/** The table of a content type. Available from `bootstrap` on, when the database layer exists. */
export const tableNameOf = (strapi: Core.Strapi, uid: string): string => modelOf(strapi, uid).tableName;

/** The table that a content type will have, for use while plugins register. @param collectionName of its schema */
export const futureTableName = (strapi: Core.Strapi, collectionName: string): string => {
  const name: unknown = strapi.db.metadata.identifiers?.getTableName?.(collectionName);
  if (typeof name !== 'string')
    throw new StrapiChangedError('`strapi.db.metadata.identifiers.getTableName`', 'it gives no name');
  return name;
};

/** The uid of the model that a relation or component attribute points to; undefined for other attributes. */
export type TargetOf = (uid: string, attribute: string) => string | undefined;

/** Reads {@link TargetOf} from the database layer. For a uid that it does not know (as with a morph) there is no target. */
export const targetsIn =
  (strapi: Core.Strapi): TargetOf =>
  (uid, name) => {
    const attribute = strapi.db.metadata.has(uid) ? modelOf(strapi, uid).attributes[name] : undefined;
    return attribute && 'target' in attribute ? attribute.target : undefined;
  };

/** The table and columns through which a relation links two types. */
export interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  orderColumnName?: string;
  inverseOrderColumnName?: string;
}

/** A relation's target, and its join table if it has one. A single-valued relation may store its value in a column instead. */
export const relationOf = (
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
): { target: string; joinTable?: JoinTable } => {
  const relation = modelOf(strapi, uid).attributes[attribute] as
    | { target?: string; joinTable?: JoinTable }
    | undefined;
  const { target, joinTable } = relation ?? {};
  if (
    target === undefined ||
    (joinTable && !(joinTable.joinColumn?.name && joinTable.inverseJoinColumn?.name))
  )
    throw new StrapiChangedError(
      '`joinTable` of a relation',
      `${uid}.${attribute} does not name its columns`,
    );
  return joinTable ? { target, joinTable } : { target };
};

/** An attribute with a column of its own: a field, or a relation that is stored in the row. */
export interface Column {
  attribute: string;
  column: string;
  /** Strapi's type of the attribute: `string`, `datetime`, `relation` … */
  type: string;
}

/** The columns of a content type's table. */
export const columnsOf = (strapi: Core.Strapi, uid: string): Column[] =>
  Object.entries(modelOf(strapi, uid).attributes).flatMap(([attribute, found]) => {
    const { type, columnName, joinColumn, joinTable } = found as {
      type: string;
      columnName?: string;
      joinColumn?: { name: string };
      joinTable?: unknown;
    };
    const column = joinTable ? undefined : (joinColumn?.name ?? columnName);
    return column === undefined ? [] : [{ attribute, column, type }];
  });
