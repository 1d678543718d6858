/** The plugin's name in Strapi, used for its routes, its permissions and its configuration. */
export const PLUGIN = 'response-cache';

/** The table that triggers write to. It is also the name of the triggers. */
export const WRITES_TABLE = 'response_cache_writes';
/** PostgreSQL only: the transaction up to which rows of {@link WRITES_TABLE} have been removed. */
export const PRUNED_TABLE = 'response_cache_pruned';

/** Stands for every table. *Clear* writes it, so that all nodes drop their cached answers. */
export const EVERY_TABLE = '*';
