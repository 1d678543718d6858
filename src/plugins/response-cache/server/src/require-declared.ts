import type { Cache } from './cache';

/** Names of global middlewares that are neither declared nor in `everyHitPasses`. */
export const findUndeclared = (
  { declared, config }: Pick<Cache, 'declared' | 'config'>,
  found: readonly string[],
): string[] =>
  found.filter((name) => !declared.middlewares.has(name) && !config.everyHitPasses.includes(name));

/**
 * Switches the cache off if the app has global middlewares that are not declared. They may decide on the answer, and no hit would
 * run them. Logs this once.
 */
export const requireDeclared = (cache: Cache, found: readonly string[]): void => {
  const missing = findUndeclared(cache, found);
  if (missing.length === 0) return;
  const text = `global middlewares are not declared: ${missing.join(', ')}`;
  if (cache.off?.text === text) return;
  cache.off = { by: 'middlewares', text };
  const list = missing.map((name) => `'${name}'`).join(', ');
  cache.strapi.log.error(
    `response-cache: nothing is cached, because ${text}. An answer from the cache does not run them. If they depend only on the database, the address and the caller, declare them in config/plugins: 'response-cache': { config: { declared: { middlewares: [${list}] } } }. Middlewares that refuse requests, such as a list of addresses or a rate limit, belong in everyHitPasses instead.`,
  );
};
