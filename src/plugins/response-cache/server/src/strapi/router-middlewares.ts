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

/** Whether a route may be at one of some addresses, in lower case. */
const mayBeAt = ({ path, methods }: Layer<unknown>, roads: readonly string[]): boolean => {
  if (methods.length === 0) return false;
  const beginning = beginningOf(path);
  const isWhole = typeof path === 'string' && beginning.length === path.length;
  return roads.some((road) => (isWhole ? beginning.startsWith(road) : mayMeet(beginning, road)));
};

/**
 * The middlewares in a router that may stand before a route of some addresses: layers without methods, which run before the
 * handlers of the routes after them that match. What was put into the content API's router stands in Strapi's once that is
 * mounted. Strapi itself has some before routes of the admin API alone: by their paths, or after all others.
 *
 * @param roads paths of these addresses, or what they begin with
 */
export const middlewaresIn = <Middleware>(
  layers: readonly Layer<Middleware>[],
  roads: readonly string[],
): Middleware[] => {
  const beginnings = roads.map(beginningOf);
  const last = layers.map((layer) => mayBeAt(layer, beginnings)).lastIndexOf(true);
  return layers
    .slice(0, last + 1)
    .filter(({ methods }) => methods.length === 0)
    .filter(({ path }) => beginnings.some((road) => mayMeet(road, beginningOf(path))))
    .flatMap(({ stack }) => stack);
};
