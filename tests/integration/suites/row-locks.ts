import { A_WHILE_MS, ARTICLE, later, publishArticle, record, settled } from '../../support/articles';
import type { Suite } from '.';

/** Publications of several documents in one transaction that meet what the plugin writes of the same documents. */
export const rowLocks: Suite = (newsroom) => {
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const publish = (documentId: string) => newsroom().strapi.documents(ARTICLE).publish({ documentId });
  const somebodyWaitsForALock = async (): Promise<void> => {
    const waiting = "select count(*) as count from pg_stat_activity where wait_event_type = 'Lock'";
    for (;;) {
      const { rows } = await newsroom().strapi.db.connection.raw(waiting);
      if (Number(rows[0].count) > 0) return;
    }
  };

  /**
   * Publishes both in one transaction, in turn; between them, something else writes of both: it holds the first and
   * waits for the second, if it may hold one while it waits for the other.
   */
  const publishAround = async (first: string, second: string, writeOfBoth: () => Promise<unknown>) => {
    const errors = jest.spyOn(newsroom().strapi.log, 'error');
    let begin: () => void = () => undefined;
    // Told to begin from within the transaction, but not part of it.
    const written = new Promise<void>((resolve) => (begin = resolve)).then(writeOfBoth);
    await newsroom().strapi.db.transaction(async () => {
      await publish(second);
      begin();
      await somebodyWaitsForALock();
      await publish(first);
    });
    await written;
    await settled(newsroom());
    // Whichever of the two PostgreSQL would have ended.
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  };

  it('are not held by the worker, which captures one publication after the other', async () => {
    const { provider, clock } = newsroom();
    provider.fail('status-503');
    const [first, second] = [
      await publishArticle(newsroom(), ['(NYSE: ORCL)']),
      await publishArticle(newsroom(), ['(NYSE: ORCL)']),
    ];
    await settled(newsroom());
    clock.advance(A_WHILE_MS);
    provider.fail('stall');
    const asked = provider.nextRequest();
    const working = capture().runWorkerTurn();
    await asked;
    provider.fail(undefined);
    await publishAround(first, second, async () => {
      provider.release();
      await working;
    });
    await later(newsroom());
    for (const documentId of [first, second])
      expect(await record(newsroom(), documentId)).toMatchObject([{ state: 'captured', price: 180.03 }]);
  });

  it('are not held by what the world is told of them', async () => {
    const [first, second] = [
      await publishArticle(newsroom(), ['(NYSE: ORCL)']),
      await publishArticle(newsroom(), ['(NYSE: ORCL)']),
    ];
    await settled(newsroom());
    // As a process leaves them that dies before it announces them. The worker does so then, in order of id.
    await newsroom()
      .strapi.db.connection('quote_snapshots')
      .whereIn('related_document_id', [first, second])
      .update({ announced_at: null, updated_at: new Date(0) });
    await publishAround(first, second, () => capture().runWorkerTurn());
    for (const documentId of [first, second])
      expect(await record(newsroom(), documentId)).toMatchObject([{ announcedAt: expect.any(String) }]);
  });
};
