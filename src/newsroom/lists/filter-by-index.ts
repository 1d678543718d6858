import type { Core } from '@strapi/strapi';

type Where = Record<string, unknown>;

/** A relation as Strapi's database layer joins it. */
interface Relation {
  type: 'relation';
  relation: string;
  target?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string; referencedColumn: string };
    inverseJoinColumn: { name: string; referencedColumn: string };
    on?: Record<string, unknown>;
  };
  joinColumn?: { name: string; referencedColumn: string };
}

const isObject = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Operators that a missing value never satisfies, unless it is compared with null. */
const NEVER_OF_NULL = new Set([
  ...['$eq', '$eqi', '$in', '$gt', '$gte', '$lt', '$lte', '$between', '$contains', '$containsi'],
  ...['$startsWith', '$startsWithi', '$endsWith', '$endsWithi'],
]);

const hasNoNull = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(hasNoNull) : value !== null && value !== undefined;

/** Whether a comparison of one column is false for a missing value. */
const needsValue = (comparison: unknown): boolean =>
  isObject(comparison)
    ? Object.entries(comparison).some(
        ([operator, value]) =>
          (NEVER_OF_NULL.has(operator) && hasNoNull(value)) || (operator === '$notNull' && value === true),
      )
    : hasNoNull(comparison);

/** The query of `strapi.db.query(…).findMany(query)`. */
export interface ListQuery {
  where?: Where;
  filters?: unknown;
  orderBy?: unknown;
  limit?: number;
  offset?: number;
  _q?: string;
}

/**
 * Rewrites filters on relations into subqueries, which the database answers from the relation's index.
 *
 * Strapi joins all rows of the relation to all entries, removes duplicates and then filters, so SQLite reads every article to find
 * those of one ticker. `id in (select …)` finds the same entries, starts at the ticker, and yields no duplicates. Only filters that
 * an entry without the relation cannot satisfy are rewritten, and none inside `$not`, where the two forms differ.
 */
export const createRelationFilters = (strapi: Core.Strapi) => {
  const { db } = strapi;
  const schema = db.getSchemaName();

  const relationOf = (uid: string, name: string): Relation | undefined => {
    const attribute = db.metadata.get(uid).attributes[name] as { type: string } | undefined;
    return attribute?.type === 'relation' ? (attribute as Relation) : undefined;
  };

  /** Whether a filter is false for an entry without the relation. */
  const needsRow = (where: unknown, uid: string): boolean => {
    if (!isObject(where)) return false;
    return Object.entries(where).some(([key, value]) => {
      if (key === '$and') return Array.isArray(value) && value.some((one) => needsRow(one, uid));
      if (key === '$or') {
        return Array.isArray(value) && value.length > 0 && value.every((one) => needsRow(one, uid));
      }
      if (key.startsWith('$')) return false;
      const relation = relationOf(uid, key);
      if (!relation) return needsValue(value);
      return relation.target !== undefined && needsRow(value, relation.target);
    });
  };

  /**
   * The ids to start from. PostgreSQL assumes that each company is as common as the average one, and would scan all articles for
   * the few of a rare company. For an array it has no estimate, so it starts with the array.
   */
  const startHere = (ids: ReturnType<typeof db.connection.select>) =>
    db.dialect.client === 'postgres'
      ? db.connection.select(db.connection.raw('unnest(array(?))', [ids]))
      : ids;

  const byIndex = (relation: Relation, where: Where, target: string): Where | undefined => {
    const entries = db.entityManager.createQueryBuilder(target).where(rewriteWhere(where, target));
    const { joinTable, joinColumn } = relation;
    if (joinTable) {
      const { joinColumn: near, inverseJoinColumn: far, on = {} } = joinTable;
      // SQLite keeps the order of a cross join, so it starts with the entries that were found instead of all links.
      const links = db.connection
        .select(`links.${near.name}`)
        .from(entries.select(far.referencedColumn).getKnexQuery().as('found'))
        .joinRaw('cross join ?? as ??', [schema ? `${schema}.${joinTable.name}` : joinTable.name, 'links'])
        .whereRaw('?? = ??', [`links.${far.name}`, `found.${far.referencedColumn}`]);
      for (const [column, value] of Object.entries(on)) void links.where(`links.${column}`, value as string);
      return { [near.referencedColumn]: { $in: startHere(links) } };
    }
    if (!joinColumn) return undefined;
    return { [joinColumn.name]: { $in: entries.select(joinColumn.referencedColumn).getKnexQuery() } };
  };

  const rewriteWhere = (where: Where, uid: string): Where => {
    const conditions = Object.entries(where).map(([key, value]): Where => {
      if ((key === '$and' || key === '$or') && Array.isArray(value)) {
        return { [key]: value.map((one: unknown) => (isObject(one) ? rewriteWhere(one, uid) : one)) };
      }
      const relation = key.startsWith('$') ? undefined : relationOf(uid, key);
      const target = relation?.target;
      if (!relation || !target || !isObject(value) || !needsRow(value, target)) return { [key]: value };
      return byIndex(relation, value, target) ?? { [key]: value };
    });
    return conditions.length === 1 && conditions[0] ? conditions[0] : { $and: conditions };
  };

  /** Whether a filter uses relations at all. */
  const hasRelationFilter = (where: unknown, uid: string): boolean => {
    if (Array.isArray(where)) return where.some((one) => hasRelationFilter(one, uid));
    if (!isObject(where)) return false;
    return Object.entries(where).some(([key, value]) =>
      key.startsWith('$') ? hasRelationFilter(value, uid) : relationOf(uid, key) !== undefined,
    );
  };

  /** Whether an order uses only the entries' own columns. An order by a relation needs its join. */
  const isOwnOrder = (orderBy: unknown, uid: string): boolean => {
    if (Array.isArray(orderBy)) return orderBy.every((one) => isOwnOrder(one, uid));
    const names = isObject(orderBy) ? Object.keys(orderBy) : [String(orderBy)];
    const { attributes } = db.metadata.get(uid);
    return names.every((name) => name in attributes && !relationOf(uid, name));
  };

  /** Rewrites a filter in place to an equivalent one that reaches relations through their indexes. */
  const filterByIndex = (query: ListQuery, uid: string): boolean => {
    if (!query.where || !hasRelationFilter(query.where, uid)) return false;
    query.where = rewriteWhere(query.where, uid);
    return true;
  };

  /**
   * Rewrites the query of a list in the same way, and reads whole rows only for the requested page. Sorting and skipping use an
   * index.
   */
  const pageByIndex = (query: ListQuery, uid: string): void => {
    const reaches = filterByIndex(query, uid);
    const { where, filters, orderBy, limit, offset } = query;
    const isPage = typeof limit === 'number' && limit > 0 && query._q === undefined;
    if (!isPage || (!reaches && !offset) || (orderBy !== undefined && !isOwnOrder(orderBy, uid))) return;
    const page = db.entityManager
      .createQueryBuilder(uid)
      .init({ where, filters, orderBy, limit, offset })
      .select('id');
    const ids = page.getKnexQuery();
    // If a filter remained a join, the query selects more columns than the id and cannot be a subquery.
    if (page.state.joins.length > 0) return;
    query.where = { id: { $in: ids } };
    delete query.offset;
  };

  return { filterByIndex, pageByIndex };
};
