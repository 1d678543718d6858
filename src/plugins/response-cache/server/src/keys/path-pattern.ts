/** The addresses of a declared route, by the part of its path before the first parameter. */
export interface PathPattern {
  start: string;
  /** Whether the path has no parameter, so that `start` is the whole path. */
  isWhole: boolean;
}

const PARAMETER = /[:(*{]/;

/**
 * The pattern of a route's path.
 *
 * @throws Error for a path that starts with a parameter, because every request would have to be looked at
 */
export const patternOf = (path: string): PathPattern => {
  const at = path.search(PARAMETER);
  const start = at < 0 ? path : path.slice(0, at);
  if (!start.startsWith('/') || (at >= 0 && start === '/')) {
    throw new Error(
      `The configuration of plugin "response-cache" declares the route "${path}": give a path that starts with a fixed part, such as /feeds/:format.`,
    );
  }
  return { start, isWhole: at < 0 };
};

/** Whether a path may match the pattern. Strapi decides whether it really does. */
export const startsLike = ({ start, isWhole }: PathPattern, path: string): boolean =>
  isWhole ? path === start : path.startsWith(start);
