import type { Core } from '@strapi/strapi';

export interface Statement {
  sql: string;
  bindings: readonly unknown[];
}

/** The distinct statements on these tables that are sent while some work runs. */
export const watchStatements = async (
  strapi: Core.Strapi,
  wanted: RegExp,
  work: () => Promise<unknown>,
): Promise<Statement[]> => {
  const seen = new Map<string, readonly unknown[]>();
  const watch = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }) => {
    if (wanted.test(sql)) seen.set(sql, bindings ?? []);
  };
  strapi.db.connection.on('query', watch);
  await work();
  strapi.db.connection.off('query', watch);
  return [...seen].map(([sql, bindings]) => ({ sql, bindings }));
};

/** The lines of a statement's plan. */
export const explain = async (strapi: Core.Strapi, { sql, bindings }: Statement): Promise<string[]> => {
  const knex = strapi.db.connection;
  if (strapi.db.dialect.client === 'sqlite') {
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

/** A statement on one line, shortened. */
export const shortened = (sql: string): string => {
  const plain = sql.replace(/"public"\.|["`]/g, '').replace(/select .+? from/, 'select … from');
  return plain.length > 110 ? `${plain.slice(0, 109)}…` : plain;
};
