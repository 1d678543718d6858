/** The parts of a `strapi.db.query` query that determine its cost. */
export interface DatabaseQuery {
  where?: unknown;
  orderBy?: unknown;
  populate?: unknown;
  limit?: unknown;
  pageSize?: unknown;
}

/** The other end of a relation or component. */
export interface RelationStep {
  /** The types at the other end: several for a dynamic zone, none if they are unknown. */
  targets: readonly string[];
  /** How many entries each entry is assumed to have there. */
  entries: number;
  /** Whether it is a component of the entry, and not another entry. */
  isPart: boolean;
}

/** Undefined for an attribute that is a value or unknown. */
export type Follow = (uid: string, attribute: string) => RelationStep | undefined;

/** The relations of a model, used to populate all of them. */
export interface Model {
  follow: Follow;
  relationsOf: (uid: string) => readonly string[];
}

export interface Limits {
  /** The most relations in a row, in a filter, a sort or a populate. */
  depth: number;
  /** The most rows that joins may make of one row. Each relation in filters and sorts joins a table, and joins multiply. */
  rows: number;
  /** The most conditions in filters. A condition that searches a text counts as {@link SEARCH}. */
  conditions: number;
  /** The most fields to sort by. */
  sorts: number;
  /** The most entries in an answer, populated ones included. */
  entries: number;
}

/** A condition that searches texts reads all of them. */
const SEARCH = 5;
const SEARCHES = /^\$(?:not)?(?:contains|startsWith|endsWith)i?$/i;
/** This many values of `$in` cost as much as one condition. */
const VALUES_OF_A_LIST = 50;
const LISTS = new Set(['$in', '$notIn', '$between']);
/** The deepest nesting of `$and`, `$or` and `$not`: more than a person writes, and less than exhausts the stack. */
const LOGIC_DEPTH = 20;
/** The number of entries that a populate of an unknown type is assumed to add. */
const UNKNOWN = 100;

type Keyed = Record<string, unknown>;

/** True for objects whose keys are to be read. Knex queries and dates are values. */
const isKeyed = (value: unknown): value is Keyed => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The cost of the filters and sorts of one query. */
interface Tally {
  depth: number;
  rows: number;
  conditions: number;
  sorts: number;
  logic: number;
}

/** A value in a query, and the number of relations and groups around it. */
interface Place {
  value: unknown;
  uid: string | undefined;
  depth: number;
  logic: number;
  /** The weight of one value here. */
  weight: number;
}

const join = (tally: Tally, step: RelationStep, depth: number): number => {
  const next = step.isPart ? depth : depth + 1;
  tally.depth = Math.max(tally.depth, next);
  tally.rows *= step.entries;
  return next;
};

const tallyWhere = (where: unknown, uid: string, { follow }: Model, tally: Tally): void => {
  const open: Place[] = [{ value: where, uid, depth: 0, logic: 0, weight: 1 }];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, depth, logic, weight } = place;
    tally.logic = Math.max(tally.logic, logic);
    if (Array.isArray(value)) {
      for (const one of value) open.push({ ...place, value: one });
    } else if (isKeyed(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const step = place.uid === undefined ? undefined : follow(place.uid, key);
        if (step) {
          open.push({
            value: inner,
            uid: step.targets[0],
            depth: join(tally, step, depth),
            logic: 0,
            weight: 1,
          });
        } else if (LISTS.has(key) && Array.isArray(inner)) {
          tally.conditions += Math.ceil((inner.length * weight) / VALUES_OF_A_LIST);
        } else if (key.startsWith('$')) {
          const costs = SEARCHES.test(key) ? SEARCH : weight;
          open.push({ ...place, value: inner, logic: logic + 1, weight: costs });
        } else {
          open.push({ ...place, value: inner, uid: undefined, weight: 1 });
        }
      }
    } else {
      tally.conditions += weight;
    }
  }
};

const tallyOrder = (orderBy: unknown, uid: string, { follow }: Model, tally: Tally): void => {
  const open = [{ value: orderBy, uid: uid as string | undefined, depth: 0 }];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, depth } = place;
    if (Array.isArray(value)) {
      for (const one of value) open.push({ ...place, value: one });
    } else if (isKeyed(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const step = place.uid === undefined ? undefined : follow(place.uid, key);
        if (step) open.push({ value: inner, uid: step.targets[0], depth: join(tally, step, depth) });
        else open.push({ value: inner, uid: undefined, depth });
      }
    } else if (value !== undefined) {
      tally.sorts += 1;
    }
  }
};

/** The attributes that a populate names, each with its options. */
const namedIn = (populate: unknown, uid: string, { relationsOf }: Model): [string, unknown][] => {
  if (populate === true || populate === '*') return relationsOf(uid).map((name) => [name, true]);
  if (typeof populate === 'string') return namedIn([populate], uid, { relationsOf, follow: () => undefined });
  if (isKeyed(populate)) return Object.entries(populate);
  if (!Array.isArray(populate)) return [];
  return populate.map((path: string) => {
    const [name = '', ...rest] = path.split('.');
    return [name, rest.length > 0 ? { populate: [rest.join('.')] } : true];
  });
};

/** A fault of a query, in words for the caller. */
type Fault = string | undefined;

const countOr = (given: unknown, otherwise: number): number => {
  const count = Number(given ?? otherwise);
  return Number.isFinite(count) && count >= 0 ? count : otherwise;
};

/**
 * Estimates the cost of a query from the model, before it runs.
 *
 * @returns the fault, with the name of the caller's parameter; undefined if there is none
 *
 * @param query of the model `uid`
 * @param allowed the limits; `Infinity` for none
 */
export const validateQueryCost = (
  query: DatabaseQuery,
  uid: string,
  model: Model,
  allowed: Limits,
): Fault => {
  let fault: Fault;
  const refuse = (text: string): void => {
    fault ??= text;
  };

  const judgeSelection = ({ where, orderBy }: DatabaseQuery, target: string): void => {
    const tally: Tally = { depth: 0, rows: 1, conditions: 0, sorts: 0, logic: 0 };
    tallyWhere(where, target, model, tally);
    const filters = { ...tally };
    tallyOrder(orderBy, target, model, tally);
    const parameter = tally.rows > filters.rows || tally.depth > filters.depth ? 'sort' : 'filters';
    if (tally.depth > allowed.depth) {
      refuse(
        `${parameter}: ${tally.depth} relations follow each other, and at most ${allowed.depth} may: use fields that are nearer, or ask in several steps.`,
      );
    }
    if (tally.rows > allowed.rows) {
      refuse(
        `${parameter}: its relations multiply what has to be read by ${tally.rows}, and at most ${allowed.rows} is allowed: use fewer relations, or ask in several steps.`,
      );
    }
    if (tally.logic > LOGIC_DEPTH) {
      refuse(
        `filters: operators are nested ${tally.logic} deep, and at most ${LOGIC_DEPTH} may be: write them flat.`,
      );
    }
    if (tally.conditions > allowed.conditions) {
      refuse(
        `filters: it has conditions worth ${tally.conditions}, and ${allowed.conditions} are allowed, a search in a text counting as ${SEARCH}: use fewer, or $in for a list of values.`,
      );
    }
    if (tally.sorts > allowed.sorts) {
      refuse(`sort: it names ${tally.sorts} fields, and at most ${allowed.sorts} may be named: name fewer.`);
    }
  };

  /** The number of entries that a populate may add to one entry. */
  const populated = (populate: unknown, target: string, depth: number): number => {
    let entries = 0;
    for (const [name, options] of namedIn(populate, target, model)) {
      const step = options === false || options == null ? undefined : model.follow(target, name);
      if (!step || fault) continue;
      const below = step.isPart ? depth : depth + 1;
      if (below > allowed.depth) {
        refuse(
          `populate: "${name}" is relation ${below} in a row, and at most ${allowed.depth} may follow each other: populate less, and ask for the rest by itself.`,
        );
        return entries;
      }
      entries += entriesIn(step, options, below);
    }
    return entries;
  };

  const entriesIn = (step: RelationStep, options: unknown, depth: number): number => {
    if (!isKeyed(options)) return step.entries;
    if (options.count === true) return 1;
    const each = countOr(options.limit ?? options.pageSize, step.entries);
    // It is unknown what a relation to entries of any type would populate, so it counts as much as a whole type.
    const isUnknown = step.targets.length === 0 && options.populate !== undefined;
    let largest = isUnknown ? UNKNOWN : 0;
    const look = (fragment: Keyed, target: string): void => {
      judgeSelection(fragment, target);
      largest = Math.max(largest, populated(fragment.populate, target, depth));
    };
    if (isKeyed(options.on)) {
      for (const [target, fragment] of Object.entries(options.on))
        look(isKeyed(fragment) ? fragment : {}, target);
    } else {
      for (const target of step.targets) look(options, target);
    }
    return each * (1 + largest);
  };

  judgeSelection(query, uid);
  const entries = countOr(query.limit ?? query.pageSize, 1) * (1 + populated(query.populate, uid, 0));
  if (entries > allowed.entries) {
    refuse(
      `populate: the answer may have ${entries} entries, and ${allowed.entries} are allowed: populate fewer relations, or ask for a smaller page with pagination.`,
    );
  }
  return fault;
};
