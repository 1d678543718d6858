import type { Cache } from './cache';

/** Names of global middlewares that are neither declared nor passed by every hit. */
export const undeclared = (
  { declared, config }: Pick<Cache, 'declared' | 'config'>,
  found: readonly string[],
): string[] =>
  found.filter((name) => !declared.middlewares.has(name) && !config.everyHitPasses.includes(name));

/**
 * Switches the cache off where the app has global middlewares that nobody has declared: they may decide on what is
 * answered, and no hit would pass them.
 */
export const requireDeclared = (cache: Cache, found: readonly string[]): void => {
  const missing = undeclared(cache, found);
  if (missing.length === 0) return;
  cache.off = `global middlewares are not declared: ${missing.join(', ')}`;
  cache.strapi.log.warn(
    `response-cache: nothing is cached, since ${cache.off}. Declare them in the plugin's configuration, as its README says.`,
  );
};
