import { errors } from '@strapi/utils';

type Query = Record<string, unknown>;

/** What restricting a query needs to know of the database's models. */
export interface Models {
  /** The uid that an attribute of a model leads to, if it is a relation or a component. */
  targetOf(uid: string, attribute: string): string | undefined;
  /** Whether entries of a type are drafts until they are published. */
  hasDrafts(uid: string): boolean;
}

const PUBLISHED = { publishedAt: { $notNull: true } };

const isObject = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isOperator = (key: string): boolean => key.startsWith('$');

/** A filter on a relation: by attributes of its entries, or by their ids. */
const relationWhere = (value: unknown, target: string, models: Models): unknown => {
  if (value === null || value === undefined) return value;
  const byAttributes = isObject(value) && Object.keys(value).some((key) => !/^\$(?!and$|or$|not$)/.test(key));
  if (!models.hasDrafts(target)) return byAttributes ? restrictWhere(value, target, models) : value;
  const wanted = byAttributes ? restrictWhere(value, target, models) : { id: value };
  return { $and: [wanted, PUBLISHED] };
};

/** A filter under which an entry that is not published is as if it were not there, however deep it is reached. */
export const restrictWhere = (where: unknown, uid: string, models: Models): unknown => {
  if (Array.isArray(where)) return where.map((one: unknown) => restrictWhere(one, uid, models));
  if (!isObject(where)) return where;
  const restricted = Object.entries(where).map(([key, value]): [string, unknown] => {
    if (isOperator(key)) return [key, restrictWhere(value, uid, models)];
    const target = models.targetOf(uid, key);
    return [key, target === undefined ? value : relationWhere(value, target, models)];
  });
  return Object.fromEntries(restricted);
};

/** Sorting companies by their articles' titles would tell of the titles of drafts. */
const refuseSortByDrafts = (orderBy: unknown, uid: string, models: Models): void => {
  if (Array.isArray(orderBy)) orderBy.forEach((one) => refuseSortByDrafts(one, uid, models));
  if (!isObject(orderBy)) return;
  for (const [key, value] of Object.entries(orderBy)) {
    const target = models.targetOf(uid, key);
    if (target === undefined) continue;
    if (models.hasDrafts(target) && !models.hasDrafts(uid)) {
      throw new errors.ValidationError(
        `sort: it is not possible to sort by "${key}"; sort by another field.`,
      );
    }
    refuseSortByDrafts(value, target, models);
  }
};

const restrictPopulate = (populate: unknown, uid: string, models: Models): unknown => {
  const named = Array.isArray(populate)
    ? Object.fromEntries(populate.map((name: string) => [name, true]))
    : populate;
  if (!isObject(named)) return populate;
  const restricted = Object.entries(named).map(([attribute, options]): [string, unknown] => {
    const target = models.targetOf(uid, attribute);
    if (options === false || options === undefined) return [attribute, options];
    if (isObject(options) && isObject(options.on)) {
      const on = Object.entries(options.on).map(([member, fragment]) => [
        member,
        restricting(isObject(fragment) ? fragment : {}, member, models),
      ]);
      return [attribute, { ...options, on: Object.fromEntries(on) }];
    }
    if (target === undefined) return [attribute, options];
    if (isObject(options)) return [attribute, restricting(options, target, models)];
    return [attribute, models.hasDrafts(target) ? { where: PUBLISHED } : options];
  });
  return Object.fromEntries(restricted);
};

const restricting = (query: Query, uid: string, models: Models): Query => {
  const copy = { ...query };
  restrictQuery(copy, uid, models);
  return copy;
};

/**
 * Makes a database query see published entries only: in what it finds, in what it populates, and in what it filters
 * and sorts by, since a filter that may look at drafts tells what they say.
 *
 * @param query a query of the model `uid` (`strapi.db.query` form); changed in place
 * @throws ValidationError for a sort that would tell of drafts
 */
export const restrictQuery = (query: Query, uid: string, models: Models): void => {
  refuseSortByDrafts(query.orderBy, uid, models);
  const where = restrictWhere(query.where ?? {}, uid, models);
  if (models.hasDrafts(uid)) query.where = { $and: [where, PUBLISHED] };
  else if (query.where !== undefined) query.where = where;
  if (query.populate !== undefined) query.populate = restrictPopulate(query.populate, uid, models);
};
