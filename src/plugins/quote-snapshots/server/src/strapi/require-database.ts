/** Where the record's rules hold, and are tested. */
const DATABASES: readonly string[] = ['sqlite', 'postgres'];

/**
 * @param client the database client that Strapi is configured with
 * @throws Error for MySQL and MariaDB, which read some of the plugin's statements as something else: a record that is
 * not kept is better than one that is wrong
 */
export const requireDatabase = (client: string): void => {
  if (DATABASES.includes(client)) return;
  throw new Error(
    `strapi-plugin-quote-snapshots keeps its record in SQLite or PostgreSQL, and this app's DATABASE_CLIENT is "${client}": use one of them, or switch the plugin off in config/plugins.`,
  );
};
