import type { Core } from '@strapi/strapi';
import { body } from './sample-article';

export interface Plan {
  /** The statement, shortened. */
  sql: string;
  /** How PostgreSQL finds the rows: `Index Scan using …`, or `Seq Scan`. */
  scans: string[];
}

const shortened = (sql: string): string => {
  const plain = sql.replace(/"public"\.|"/g, '').replace(/select .+? from/, 'select … from');
  return plain.length > 110 ? `${plain.slice(0, 109)}…` : plain;
};

/** The plans of every statement on snapshots that one publication, one read and one turn of the worker make. */
export const explainSnapshotQueries = async (strapi: Core.Strapi): Promise<Plan[]> => {
  const seen = new Map<string, readonly unknown[]>();
  const watch = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }) => {
    if (/^(select|update)/i.test(sql) && sql.includes('quote_snapshots')) seen.set(sql, bindings ?? []);
  };
  strapi.db.connection.on('query', watch);
  const articles = strapi.documents('api::article.article');
  const data = { title: 'To be explained', body: body as never };
  const { documentId } = await articles.create({ data, status: 'published' });
  await articles.findOne({ documentId, status: 'published', populate: ['quoteSnapshots'] as never });
  await strapi.plugin('quote-snapshots').service('capture').work();
  strapi.db.connection.off('query', watch);

  const plans: Plan[] = [];
  for (const [sql, bindings] of seen) {
    // knex numbers the bindings already ($1, $2): its own client passes them through as they are.
    const client = await strapi.db.connection.client.acquireConnection();
    try {
      const { rows } = (await client.query(`explain ${sql}`, bindings)) as {
        rows: { 'QUERY PLAN': string }[];
      };
      const scans = rows.flatMap(
        ({ 'QUERY PLAN': line }) => /\w+ Scan.*? on [\w.]+|Index Scan using \w+/.exec(line)?.[0] ?? [],
      );
      plans.push({ sql: shortened(sql), scans: [...new Set(scans)] });
    } finally {
      await strapi.db.connection.client.releaseConnection(client);
    }
  }
  return plans;
};
