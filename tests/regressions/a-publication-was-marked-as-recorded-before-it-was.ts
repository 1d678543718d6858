import { ARTICLE, body, record, settled, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** Makes the database refuse every row of the record, with a message that tells which. */
const REFUSING = {
  sqlite: {
    refuse:
      "CREATE TRIGGER no_quotes BEFORE INSERT ON quote_snapshots BEGIN SELECT RAISE(ABORT, 'no_quotes'); END",
    allow: 'DROP TRIGGER no_quotes',
  },
  postgres: {
    refuse: 'ALTER TABLE quote_snapshots ADD CONSTRAINT no_quotes CHECK (false) NOT VALID',
    allow: 'ALTER TABLE quote_snapshots DROP CONSTRAINT no_quotes',
  },
};

/**
 * The mark says that a publication's quotes are in the record. Set when the published entry was created, it stayed
 * where the recording failed and the caller caught the error: published, marked, without quotes, and never swept.
 */
export const regression: Suite = (newsroom) => {
  const marks = async (documentId: string): Promise<unknown[]> => {
    const rows: { quoteSnapshotsRecord: unknown }[] = await newsroom()
      .strapi.db.query(ARTICLE)
      .findMany({ where: { documentId, publishedAt: { $notNull: true } } });
    return rows.map((row) => row.quoteSnapshotsRecord);
  };

  it('is not marked where its recording failed, and the sweep makes good for it', async () => {
    const { strapi, clock, database } = newsroom();
    const documents = strapi.documents(ARTICLE);
    const { documentId } = await documents.create({
      data: { title: title(), body: body('Microsoft (NASDAQ: MSFT)') },
    });
    let failed: unknown;
    const { refuse, allow } = REFUSING[database];
    await strapi.db.connection.raw(refuse);
    try {
      await strapi.db.transaction(async () => {
        await documents.publish({ documentId }).catch((error: unknown) => {
          failed = error;
        });
      });
    } finally {
      await strapi.db.connection.raw(allow);
    }
    expect(String(failed)).toContain('no_quotes');
    // PostgreSQL lets nobody commit after an error; SQLite does.
    expect(await marks(documentId)).toEqual(database === 'sqlite' ? [null] : []);
    expect(await record(newsroom(), documentId)).toEqual([]);
    if (database !== 'sqlite') return;
    clock.advance(120_000);
    await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
    await settled(newsroom());
    expect(await marks(documentId)).toEqual(['missing']);
  });

  it('is marked once it is recorded', async () => {
    const documents = newsroom().strapi.documents(ARTICLE);
    const { documentId } = await documents.create({
      data: { title: title(), body: body('Oracle (NYSE: ORCL)') },
      status: 'published',
    });
    expect(await marks(documentId)).toEqual(['recorded']);
    expect(await record(newsroom(), documentId)).toHaveLength(1);
  });
};
