/** The part of a layer of Koa's router that is needed here. */
export interface Layer<Middleware> {
  path: string | RegExp;
  methods: readonly string[];
  stack: readonly Middleware[];
}

/** The text that every address of a route's path begins with, in lower case, for example `/api/` for `/api/:id`. */
const beginningOf = (path: string | RegExp): string => {
  if (typeof path !== 'string') return '';
  const [beginning = ''] = /^[^:({*?+\\]*/.exec(path) ?? [];
  return beginning.toLowerCase();
};

const mayMeet = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** Whether a route may be at one of some addresses, in lower case. */
const mayBeAt = ({ path, methods }: Layer<unknown>, addresses: readonly string[]): boolean => {
  if (methods.length === 0) return false;
  const beginning = beginningOf(path);
  const isWhole = typeof path === 'string' && beginning.length === path.length;
  return addresses.some((address) => (isWhole ? beginning.startsWith(address) : mayMeet(beginning, address)));
};

/**
 * The middlewares in a router that may run before a route of some addresses. These are layers without methods, which run before the
 * handlers of later matching routes. Middlewares of the content API's router are in Strapi's router once it is mounted. Strapi
 * itself has some for routes of the admin API only; they are recognized by their paths, or because they come after all others.
 *
 * @param addresses paths, or the beginnings of paths
 */
export const middlewaresIn = <Middleware>(
  layers: readonly Layer<Middleware>[],
  addresses: readonly string[],
): Middleware[] => {
  const beginnings = addresses.map(beginningOf);
  const last = layers.map((layer) => mayBeAt(layer, beginnings)).lastIndexOf(true);
  return layers
    .slice(0, last + 1)
    .filter(({ methods }) => methods.length === 0)
    .filter(({ path }) => beginnings.some((address) => mayMeet(address, beginningOf(path))))
    .flatMap(({ stack }) => stack);
};
