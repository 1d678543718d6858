/**
 * The most names in a row in a filter, a sort or a populate: a few relations, components, and a field. Strapi checks parameters
 * against the model and the caller's rights before it builds a query, and each further step takes several times as long.
 */
const MAX_STEPS = 7;
/** The most fields to sort by. */
const MAX_SORTS = 10;
/** The most names in a whole populate. */
const MAX_POPULATED = 100;

type Keyed = Record<string, unknown>;

const isObject = (value: unknown): value is Keyed => typeof value === 'object' && value !== null;
/** Whether a key is the name of an attribute, and not an operator of REST or GraphQL or an index of a list. */
const isName = (key: string): boolean => !/^(?:\$.*|\d+|and|or|not)$/.test(key);

const tooDeep = (parameter: string, steps: number): string =>
  `${parameter}: ${steps} fields follow each other, and at most ${MAX_STEPS} may: use fields that are nearer, or ask in several steps.`;

/** The most names below each other. `shapeFault` has already limited the depth of the value. */
const namesIn = (filters: unknown): number => {
  if (!isObject(filters)) return 0;
  const below = Object.entries(filters).map(([key, inner]) => namesIn(inner) + (isName(key) ? 1 : 0));
  return below.reduce((most, one) => Math.max(most, one), 0);
};

/** A fault in the depth of filters of REST or GraphQL. */
export const validateFilters = (filters: unknown): string | undefined => {
  const names = namesIn(filters);
  return names > MAX_STEPS ? tooDeep('filters', names) : undefined;
};

/** Every `a.b:asc` of a sort, in any notation. */
const sortsIn = (sort: unknown): string[] => {
  if (typeof sort === 'string') return sort.split(',');
  if (!isObject(sort)) return [];
  return Object.entries(sort).flatMap(([key, inner]) => {
    const below = sortsIn(inner);
    return isName(key) && !Array.isArray(sort) ? below.map((one) => `${key}.${one}`) : below;
  });
};

/** A fault in the depth or the number of sorts. */
export const validateSort = (sort: unknown): string | undefined => {
  const sorts = sortsIn(sort);
  if (sorts.length > MAX_SORTS) {
    return `sort: it names ${sorts.length} fields, and at most ${MAX_SORTS} may be named: name fewer.`;
  }
  const steps = Math.max(0, ...sorts.map((one) => one.split('.').length));
  return steps > MAX_STEPS ? tooDeep('sort', steps) : undefined;
};

const validatePopulate = (populate: unknown): string | undefined => {
  let named = 0;
  const look = (value: unknown, steps: number): string | undefined => {
    if (steps > MAX_STEPS) return tooDeep('populate', steps);
    if (typeof value === 'string') {
      const paths = value.split(',');
      named += paths.length;
      if (named > MAX_POPULATED) {
        return `populate: it has more than ${MAX_POPULATED} names: populate less, and ask for the rest by itself.`;
      }
      const longest = steps + Math.max(...paths.map((one) => one.split('.').length)) - 1;
      return longest > MAX_STEPS ? tooDeep('populate', longest) : undefined;
    }
    if (!isObject(value)) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      const fault = lookInto(key, inner, steps);
      if (fault) return fault;
    }
    return undefined;
  };
  const lookInto = (key: string, inner: unknown, steps: number): string | undefined => {
    if (key === 'filters') return validateFilters(inner);
    if (key === 'sort') return validateSort(inner);
    return look(inner, key === 'populate' ? steps + 1 : steps);
  };
  return look(populate, 1);
};

/**
 * Checks the depth and length of the parameters of a read before Strapi walks them.
 *
 * It does not know the model and is lenient. `query-cost.ts` limits the rest by the model.
 *
 * @returns the fault; undefined if there is none
 */
export const validateQueryDepth = ({ filters, sort, populate }: Keyed): string | undefined =>
  validateFilters(filters) ?? validateSort(sort) ?? validatePopulate(populate);
