import { stopCaptures } from '../../src/plugins/quote-snapshots/server/src/capture/finish-captures';
import { createPluginContext } from '../../src/plugins/quote-snapshots/server/src/plugin-context';
import { runWorkerTurn } from '../../src/plugins/quote-snapshots/server/src/worker/run-turn';
import { publishArticle, record, settled, SNAPSHOT } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const TWO_MINUTES_MS = 120_000;
const PLUGIN = 'plugin::quote-snapshots';
const NODES = 3;

export const regression: Suite = (newsroom) => {
  const sweepAtOnce = async (onUnrecorded: string): Promise<unknown[]> => {
    const { strapi } = newsroom();
    const config = strapi.config.get<object>(PLUGIN);
    const marked: unknown[] = [];
    const watch = (rows: unknown, { sql }: { sql: string }): void => {
      if (/^update .*articles.* set .quote_snapshots_record/.test(sql)) marked.push(rows);
    };
    strapi.config.set(PLUGIN, { ...config, onUnrecorded });
    strapi.db.connection.on('query-response', watch);
    try {
      // What a node has of its own; all that they share is the database.
      const nodes = Array.from({ length: NODES }, () => createPluginContext(strapi));
      await Promise.all(nodes.map((node) => runWorkerTurn(node)));
      await Promise.all(nodes.map((node) => stopCaptures(node)));
    } finally {
      strapi.db.connection.off('query-response', watch);
      strapi.config.set(PLUGIN, config);
    }
    return marked;
  };

  it.each([
    ['report', 0],
    ['mark', 1],
    ['capture', 1],
  ])('of several nodes that sweep at once, one records a publication: %s', async (onUnrecorded, rows) => {
    const { strapi, clock } = newsroom();
    // What other tests have left without a record.
    await sweepAtOnce('mark');
    const documentId = await publishArticle(newsroom(), ['Found later: (NASDAQ: MSFT).']);
    await settled(newsroom());
    // As a tool leaves it that goes past Strapi.
    await strapi.db.query(SNAPSHOT).deleteMany({ where: { relatedDocumentId: documentId } });
    await strapi.db
      .connection('articles')
      .where('document_id', documentId)
      .update({ quote_snapshots_record: null });
    clock.advance(TWO_MINUTES_MS);

    const marked = await sweepAtOnce(onUnrecorded);
    expect(marked.reduce<number>((sum, changed) => sum + Number(changed), 0)).toBe(1);
    expect(await record(newsroom(), documentId)).toHaveLength(rows);
    await strapi.documents('api::article.article').delete({ documentId });
  });
};
