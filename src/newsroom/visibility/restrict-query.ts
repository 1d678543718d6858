import { errors } from '@strapi/utils';
import type { Models } from './models';
import { NO_ENTRY, type Query, type Visibility } from './visibility';

/** The parts of a restriction of a query. */
export interface Restriction {
  models: Models;
  visibility: Visibility;
}

/** A plain object, by the database layer's own rule: not a date, and not a knex query. */
const isObject = (value: unknown): value is Query => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const isOperator = (key: string): boolean => key.startsWith('$');

/** A filter that matches what both of these match. */
export const andWhere = (where: unknown, seen: Query | undefined): unknown =>
  seen === undefined ? where : where === undefined ? seen : { $and: [where, seen] };

/** A filter on a relation, by attributes of its entries or by their ids. */
const restrictRelationWhere = (value: unknown, target: string, restriction: Restriction): unknown => {
  const seen = restriction.visibility.entryFilter(target);
  if (value === null || value === undefined) return seen ? andWhere({ id: { $null: true } }, seen) : value;
  const byAttributes = isObject(value) && Object.keys(value).some((key) => !/^\$(?!and$|or$|not$)/.test(key));
  if (byAttributes) return andWhere(restrictWhere(value, target, restriction, true), seen);
  return seen ? andWhere({ id: value }, seen) : value;
};

/** The same filter, in which an entry that is not visible matches nothing, at any depth. */
const restrictWhere = (where: unknown, uid: string, restriction: Restriction, reached: boolean): unknown => {
  if (Array.isArray(where)) return where.map((one: unknown) => restrictWhere(one, uid, restriction, reached));
  if (!isObject(where)) return where;
  const restricted: Query = {};
  for (const [key, value] of Object.entries(where)) {
    const target = restriction.models.relationTarget(uid, key);
    // With $startsWith, a filter could reveal a field letter by letter.
    if (reached && !isOperator(key) && target === undefined && !restriction.visibility.canReadField(uid, key))
      return NO_ENTRY;
    if (isOperator(key)) restricted[key] = restrictWhere(value, uid, restriction, reached);
    else restricted[key] = target === undefined ? value : restrictRelationWhere(value, target, restriction);
  }
  return restricted;
};

/**
 * @throws ValidationError for an order that would reveal hidden values, for example companies sorted by the titles of their
 * articles
 */
const refuseHiddenSort = (
  orderBy: unknown,
  uid: string,
  restriction: Restriction,
  reached: boolean,
): void => {
  const { models, visibility } = restriction;
  if (Array.isArray(orderBy)) orderBy.forEach((one) => refuseHiddenSort(one, uid, restriction, reached));
  if (!isObject(orderBy)) return;
  for (const [key, value] of Object.entries(orderBy)) {
    const target = models.relationTarget(uid, key);
    const seen =
      target === undefined ? !reached || visibility.canReadField(uid, key) : visibility.canSortBy(target);
    if (!seen || models.isPolymorphic(uid, key)) {
      throw new errors.ValidationError(
        `sort: it is not possible to sort by "${key}"; sort by another field.`,
      );
    }
    if (target !== undefined) refuseHiddenSort(value, target, restriction, true);
  }
};

/** An order without hidden attributes; undefined if nothing is left. */
const dropHiddenOrder = (orderBy: unknown, isShown: (attribute: string) => boolean): unknown => {
  if (Array.isArray(orderBy)) {
    return orderBy.map((one) => dropHiddenOrder(one, isShown)).filter((one) => one !== undefined);
  }
  if (typeof orderBy === 'string') return isShown(orderBy.split(':')[0]!.trim()) ? orderBy : undefined;
  if (!isObject(orderBy)) return orderBy;
  const shown = Object.entries(orderBy).filter(([name]) => isShown(name));
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
};

/**
 * The order of populated entries, without hidden fields. These are dropped and not refused, because a plugin may have added them,
 * and the order reveals only how visible entries compare.
 */
const restrictPopulatedOrder = (query: Query, uid: string, { models, visibility }: Restriction): void => {
  query.orderBy = dropHiddenOrder(
    query.orderBy,
    (name) => models.relationTarget(uid, name) !== undefined || visibility.canReadField(uid, name),
  );
  if (query.orderBy === undefined) delete query.orderBy;
};

/**
 * The order that a user of the admin UI requests, without fields that their role may not read: a list of headlines sorted by
 * `embargoUntil` reveals which articles are under embargo. Strapi drops such a field if `sort` is an object, but sorts by it if
 * `sort` is text. The field is dropped here and not refused, because the content manager sends its own order if the user has not
 * chosen one.
 */
const restrictRootOrder = (query: Query, uid: string, { models, visibility }: Restriction): void => {
  if (visibility.filtersRoot || query.orderBy === undefined) return;
  // No role can be granted a field that the content manager hides.
  query.orderBy = dropHiddenOrder(
    query.orderBy,
    (name) => visibility.canSearchField(uid, name) || models.isHidden(uid, name),
  );
  if (query.orderBy === undefined) delete query.orderBy;
};

/** `['a', 'b.c']` becomes `{ a: true, b: { populate: { c: true } } }`, and `true` every relation of the model. */
const normalizePopulate = (populate: unknown, uid: string, models: Models): Query | undefined => {
  if (populate === true) return Object.fromEntries(models.relationNames(uid).map((name) => [name, true]));
  if (!Array.isArray(populate)) return isObject(populate) ? populate : undefined;
  const named: Query = {};
  for (const path of populate.map(String)) {
    const [root = '', ...rest] = path.split('.');
    const before = isObject(named[root]) ? (named[root].populate as string[]) : [];
    if (rest.length > 0) named[root] = { populate: [...before, rest.join('.')] };
    else named[root] ??= true;
  }
  return named;
};

/** The populate of one type, restricted to its visible entries and fields. */
const restrictPopulatedType = (options: unknown, target: string, restriction: Restriction): Query => {
  const restricted: Query = { ...(isObject(options) ? options : {}) };
  restrictPopulatedOrder(restricted, target, restriction);
  restrictClauses(restricted, target, restriction, true);
  const where = andWhere(restricted.where, restriction.visibility.entryFilter(target));
  if (where !== undefined) restricted.where = where;
  const hidden = restriction.models
    .columnNames(target)
    .some((column) => !restriction.visibility.canReadField(target, column));
  if (hidden && restricted.count !== true)
    restricted.select = readableColumns(restricted.select, target, restriction);
  return restricted;
};

const readableColumns = (select: unknown, uid: string, { models, visibility }: Restriction): string[] => {
  const asked = [select ?? '*'].flat().map(String);
  const columns = asked.includes('*') ? models.columnNames(uid) : asked;
  return columns.filter((column) => visibility.canReadField(uid, column));
};

/** A relation to entries of any type, populated type by type, each with its own restriction. */
const restrictPolymorphic = (options: unknown, restriction: Restriction): Query | undefined => {
  const asked = isObject(options) ? options : {};
  // Here the database counts rows of a join table, whatever type they link to.
  if (asked.count === true) return undefined;
  const { on, ...ofEach } = asked;
  const fragments = isObject(on)
    ? on
    : Object.fromEntries(restriction.models.uids().map((uid) => [uid, ofEach]));
  const restricted = Object.entries(fragments).map(([uid, fragment]): [string, Query] => [
    uid,
    restrictPopulatedType(fragment, uid, restriction),
  ]);
  // Types that are missing in this list are not populated.
  return { on: Object.fromEntries(restricted) };
};

const restrictPopulate = (populate: unknown, uid: string, restriction: Restriction): unknown => {
  const named = normalizePopulate(populate, uid, restriction.models);
  if (!named) return populate;
  const restricted: Query = {};
  for (const [attribute, options] of Object.entries(named)) {
    const target = restriction.models.relationTarget(uid, attribute);
    if (options === false || options === undefined || options === null) continue;
    if (target !== undefined) restricted[attribute] = restrictPopulatedType(options, target, restriction);
    else if (!restriction.models.isPolymorphic(uid, attribute)) restricted[attribute] = options;
    else restricted[attribute] = restrictPolymorphic(options, restriction);
    if (restricted[attribute] === undefined) delete restricted[attribute];
  }
  return restricted;
};

/** Strapi searches all columns with text, also those that it never shows. */
const restrictSearch = (query: Query, uid: string, { models, visibility }: Restriction): void => {
  if (query._q === undefined || query._q === null) return;
  const columns = models.searchableColumns(uid);
  const seen = columns.filter((column) => visibility.canSearchField(uid, column));
  if (seen.length === columns.length) return;
  const wanted = { $containsi: typeof query._q === 'string' ? query._q : JSON.stringify(query._q) };
  const found = seen.length > 0 ? { $or: seen.map((column) => ({ [column]: wanted })) } : NO_ENTRY;
  query.where = query.where === undefined ? found : { $and: [query.where, found] };
  delete query._q;
};

const restrictClauses = (query: Query, uid: string, restriction: Restriction, reached: boolean): void => {
  refuseHiddenSort(query.orderBy, uid, restriction, reached);
  for (const part of ['where', 'filters']) {
    if (query[part] !== undefined) query[part] = restrictWhere(query[part], uid, restriction, reached);
  }
  restrictSearch(query, uid, restriction);
  if (query.populate !== undefined && query.populate !== null) {
    query.populate = restrictPopulate(query.populate, uid, restriction);
  }
};

/**
 * Restricts a database query to what a caller may see. It restricts what the query finds and populates, and what it filters,
 * searches and sorts by, because a filter on a hidden entry reveals its content.
 *
 * @param query a query of the model `uid` (`strapi.db.query` form); changed in place
 * @throws ValidationError for a sort that would reveal hidden values
 */
export const restrictQuery = (query: Query, uid: string, restriction: Restriction): void => {
  restrictRootOrder(query, uid, restriction);
  restrictClauses(query, uid, restriction, false);
  const where = restriction.visibility.filtersRoot
    ? andWhere(query.where, restriction.visibility.entryFilter(uid))
    : query.where;
  if (where !== undefined) query.where = where;
};
