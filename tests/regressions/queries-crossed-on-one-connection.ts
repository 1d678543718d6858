import { publishArticle, settled, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** What sends statements for others. */
const LAYERS = /node_modules\/(?:pg|knex|tarn|@strapi\/database)\/|node:internal|<anonymous>/;
const OURS = /\/dist\/src\/|quote-snapshots\/dist\//;

/** A connection of pg. */
interface Connection {
  query(...args: unknown[]): unknown;
  _queryQueue: unknown[];
  _getActiveQuery(): unknown;
}

export const regression: Suite = (newsroom) => {
  // Strapi itself asks for several relations at once within one transaction; whoever called the database layer is told
  // by the first line of the stack that is not part of it.
  it('sends nothing over a connection of PostgreSQL that still has an answer to give', async () => {
    const { strapi, database, http } = newsroom();
    if (database !== 'postgres') return;
    const crossed: string[] = [];
    let sent = 0;
    const { Client } = strapi.db.connection.client.driver as { Client: { prototype: Connection } };
    const original = Client.prototype.query;
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 100;
    Client.prototype.query = function watched(this: Connection, ...args: unknown[]) {
      sent += 1;
      if (this._getActiveQuery() || this._queryQueue.length > 0) {
        const [, , ...frames] = (new Error().stack ?? '').split('\n');
        crossed.push(frames.find((frame) => !LAYERS.test(frame) && frame.includes('/')) ?? 'unknown');
      }
      return original.apply(this, args);
    };
    try {
      const documentId = await publishArticle(newsroom(), ['Both (NASDAQ: MSFT) and (NASDAQ: AAPL).']);
      await strapi.documents('api::article.article').update({ documentId, data: { title: title() } });
      await strapi.db.transaction(() => strapi.documents('api::article.article').publish({ documentId }));
      await http().get(`/api/articles/${documentId}?populate=*`).expect(200);
      await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
      await settled(newsroom());
      await strapi.documents('api::article.article').delete({ documentId });
    } finally {
      Client.prototype.query = original;
      Error.stackTraceLimit = limit;
    }
    expect(sent).toBeGreaterThan(50);
    expect(crossed.filter((frame) => OURS.test(frame))).toEqual([]);
  });
};
