/** The databases that the plugin is tested on. */
const DATABASES: readonly string[] = ['sqlite', 'postgres'];

/**
 * Refuses databases on which the plugin is not tested.
 *
 * @param client the database client that Strapi is configured with
 * @throws Error for MySQL and MariaDB. They read some of the plugin's SQL differently (`||` is a logical or there), and no record
 *   is better than a wrong one.
 */
export const requireDatabase = (client: string): void => {
  if (DATABASES.includes(client)) return;
  throw new Error(
    `strapi-plugin-quote-snapshots keeps its record in SQLite or PostgreSQL, and this app's DATABASE_CLIENT is "${client}": use one of them, or switch the plugin off in config/plugins.`,
  );
};
