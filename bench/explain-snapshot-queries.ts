import type { Core } from '@strapi/strapi';
import { explain, shortened, watchStatements } from './explain';
import { body } from './sample-article';

export interface Plan {
  /** The list that was requested, or the statement, shortened. */
  sql: string;
  /** How the database finds the rows: `Index Scan using …`, or `Seq Scan`. */
  scans: string[];
}

/** The plans of every statement on snapshots that a publication, a read, a second publication and a turn of the worker run. */
export const explainSnapshotQueries = async (strapi: Core.Strapi): Promise<Plan[]> => {
  const statements = await watchStatements(strapi, /^(?:select|update).*quote_snapshots/i, async () => {
    const articles = strapi.documents('api::article.article');
    const data = { title: 'To be explained', body: body as never };
    const { documentId } = await articles.create({ data, status: 'published' });
    await articles.findOne({ documentId, status: 'published', populate: ['quoteSnapshots'] as never });
    // A new document has no snapshots to read or to lock, so this one is published a second time.
    await articles.publish({ documentId });
    await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
  });
  const plans: Plan[] = [];
  for (const statement of statements) {
    const lines = await explain(strapi, statement);
    const scans = lines.flatMap((line) => /\w+ Scan.*? on [\w.]+|Index Scan using \w+/.exec(line)?.[0] ?? []);
    plans.push({ sql: shortened(statement.sql), scans: [...new Set(scans)] });
  }
  return plans;
};
