/** The plugin's name in Strapi: of its routes, its permissions and its configuration. */
export const PLUGIN = 'response-cache';

/** The table that triggers write to, and the name of the triggers. */
export const WRITES_TABLE = 'response_cache_writes';
/** On PostgreSQL: up to which transaction rows of {@link WRITES_TABLE} have been removed. */
export const PRUNED_TABLE = 'response_cache_pruned';

/** Stands for every table: what a person's *Clear* writes, so that all nodes drop what they hold. */
export const EVERY_TABLE = '*';
