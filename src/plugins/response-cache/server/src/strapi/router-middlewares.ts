/** As much of a layer of Koa's router as is needed here. */
export interface Layer<Middleware> {
  path: string | RegExp;
  methods: readonly string[];
  stack: readonly Middleware[];
}

/** What every address that matches a path of routes begins with, in lower case: as `/api/` of `/api/:id`. */
const beginningOf = (path: string | RegExp): string => {
  if (typeof path !== 'string') return '';
  const [beginning = ''] = /^[^:({*?+\\]*/.exec(path) ?? [];
  return beginning.toLowerCase();
};

const mayMeet = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/**
 * The middlewares in a router that may stand before a route of some addresses: layers without methods, which run before the
 * handler of each route that they match. What was put into the content API's router stands in Strapi's once that is mounted.
 * Strapi's own plugins have some before routes of the admin API.
 *
 * @param roads paths of these addresses, or what they begin with
 */
export const middlewaresIn = <Middleware>(
  layers: readonly Layer<Middleware>[],
  roads: readonly string[],
): Middleware[] => {
  const beginnings = roads.map(beginningOf);
  return layers
    .filter(({ methods }) => methods.length === 0)
    .filter(({ path }) => beginnings.some((road) => mayMeet(road, beginningOf(path))))
    .flatMap(({ stack }) => stack);
};
