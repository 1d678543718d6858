import type { Newsroom } from './newsroom';

export interface Statement {
  sql: string;
  bindings: readonly unknown[];
}

/** Every statement that reads while something is asked, as Strapi really sends it. */
export const watchStatements = async <T extends object>(
  { strapi }: Newsroom,
  ask: () => Promise<T>,
): Promise<T & { statements: Statement[] }> => {
  const statements: Statement[] = [];
  const watch = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }): void => {
    if (/^select/i.test(sql)) statements.push({ sql, bindings: bindings ?? [] });
  };
  strapi.db.connection.on('query', watch);
  try {
    const answer = await ask();
    return Object.assign(answer, { statements });
  } finally {
    strapi.db.connection.off('query', watch);
  }
};

/** How the database finds what a statement asks for: the lines of its plan. */
export const explain = async (
  { strapi, database }: Newsroom,
  { sql, bindings }: Statement,
): Promise<string[]> => {
  const knex = strapi.db.connection;
  if (database === 'sqlite') {
    const lines: { detail: string }[] = await knex.raw(`explain query plan ${sql}`, bindings as never);
    return lines.map(({ detail }) => detail);
  }
  // knex numbers the bindings already ($1, $2): its own client passes them through as they are.
  const client = await knex.client.acquireConnection();
  try {
    const { rows } = (await client.query(`explain ${sql}`, bindings)) as { rows: { 'QUERY PLAN': string }[] };
    return rows.map((row) => row['QUERY PLAN']);
  } finally {
    await knex.client.releaseConnection(client);
  }
};
