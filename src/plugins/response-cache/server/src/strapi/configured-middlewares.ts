/** An item of `config/middlewares`. */
export type Configured = string | { name?: string; resolve?: string; config?: unknown };

/** The name or the path that a middleware is configured by. */
export const nameOfConfigured = (one: Configured): string =>
  typeof one === 'string' ? one : (one.name ?? one.resolve ?? '');

/** Strapi's middlewares that accept functions of the app, which may look at anything in a request. */
const TAKE_FUNCTIONS = new Set(['strapi::cors', 'strapi::responses', 'strapi::security']);

const hasFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasFunction));

/**
 * Whether a middleware may decide on an answer by something that a hit does not repeat, so that somebody has to look at it. This is
 * so for middlewares that are not Strapi's own, for Strapi's list of addresses, and for Strapi's own middlewares if the app
 * configures them with functions.
 */
export const hasToBeDeclared = (one: Configured): boolean => {
  const name = nameOfConfigured(one);
  if (!name.startsWith('strapi::') || name === 'strapi::ip') return true;
  return TAKE_FUNCTIONS.has(name) && typeof one === 'object' && hasFunction(one.config);
};
