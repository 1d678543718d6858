import { ARTICLE, body, record, settled, title } from '../../support/articles';
import { createListings, eachAfterAWhile } from '../../support/listings';
import type { Suite } from '.';

/** Quotes that the desk has from a moment ago commit with the publication; nothing of a new document is locked. */
export const knownQuotes: Suite = (newsroom) => {
  const { listing, publish, states } = createListings(newsroom, 'KQ');
  eachAfterAWhile(newsroom);

  /** A listing whose quote the desk has from a moment ago. */
  const knownListing = async (): Promise<string> => {
    const symbol = listing();
    await publish(symbol);
    await settled(newsroom());
    return symbol;
  };

  /** What the plugin's events tell of a document while something runs, and until all of them are sent. */
  const eventsDuring = async (run: () => Promise<string>): Promise<string[]> => {
    const heard: [event: string, documentId: string][] = [];
    const deafen = newsroom().strapi.eventHub.subscribe((event: string, payload: { documentId: string }) => {
      if (event.startsWith('quote-snapshots.')) heard.push([event, payload.documentId]);
      return Promise.resolve();
    });
    const documentId = await run();
    await settled(newsroom());
    deafen();
    return heard.filter(([, about]) => about === documentId).map(([event]) => event);
  };

  const statementsDuring = async (run: () => Promise<unknown>): Promise<string[]> => {
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    const { connection } = newsroom().strapi.db;
    connection.on('query', note);
    await run().finally(() => connection.off('query', note));
    return statements;
  };

  it('are there when the publication commits, and are announced once', async () => {
    const symbol = await knownListing();
    const { provider } = newsroom();
    const asked = provider.requests.length;
    // Whoever asked the provider now would get no answer.
    provider.fail('stall');
    const events = await eventsDuring(async () => {
      const documentId = await publish(symbol);
      expect(await record(newsroom(), documentId)).toMatchObject([
        {
          state: 'captured',
          price: 10,
          current: true,
          attempts: 1,
          leaseOwner: null,
          nextAttemptAt: null,
          reason: null,
          lateMinutes: null,
        },
      ]);
      return documentId;
    });
    expect(events).toEqual(['quote-snapshots.captured']);
    expect(provider.requests.length).toBe(asked);
  });

  it('are in the answer of a client that asks for them', async () => {
    const symbol = await knownListing();
    const article = await newsroom()
      .strapi.documents(ARTICLE)
      .create({
        data: { title: title(), body: body(`(NYSE: ${symbol})`) },
        status: 'published',
        populate: ['quoteSnapshots'] as never,
      });
    expect(article).toMatchObject({ quoteSnapshots: [{ state: 'captured', price: 10 }] });
  });

  it('leave the others of the publication to the provider, and one event tells of all', async () => {
    const symbol = await knownListing();
    const other = listing();
    const documents: string[] = [];
    const events = await eventsDuring(async () => {
      const documentId = await publish(symbol, other);
      documents.push(documentId);
      return documentId;
    });
    expect(events).toEqual(['quote-snapshots.captured']);
    expect(await states(documents[0] ?? '')).toEqual(['captured', 'captured']);
  });

  it('are gone, and nothing is announced, where the publication is rolled back', async () => {
    const symbol = await knownListing();
    const events = await eventsDuring(async () => {
      let documentId = '';
      const undone = newsroom().strapi.db.transaction(async () => {
        documentId = await publish(symbol);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await record(newsroom(), documentId)).toEqual([]);
      return documentId;
    });
    expect(events).toEqual([]);
  });

  it('do not replace a figure by themselves: publishing again keeps it', async () => {
    const symbol = listing();
    const documentId = await publish(symbol);
    await settled(newsroom());
    newsroom().provider.quote(symbol, { Price: 11, PrevClose: 8 });
    newsroom().clock.advance(15_000);
    await publish(symbol);
    await newsroom().strapi.documents(ARTICLE).publish({ documentId });
    expect(await record(newsroom(), documentId)).toMatchObject([{ price: 10 }]);
  });

  it('say where the ticker and the provider mean different listings', async () => {
    const symbol = await knownListing();
    const tickers = newsroom().strapi.documents('api::ticker.ticker');
    const { documentId: ticker } = await tickers.create({
      data: { symbol, mic: 'XNYS', exchange: 'NYSE', currency: 'EUR', listingStatus: 'active' },
    });
    const events = await eventsDuring(async () => {
      const documentId = await publish(symbol);
      expect(await record(newsroom(), documentId)).toMatchObject([
        { state: 'unavailable', failureCode: 'wrong-listing', price: null },
      ]);
      return documentId;
    });
    expect(events).toEqual(['quote-snapshots.failed']);
    await tickers.delete({ documentId: ticker });
  });

  it('a new document has no snapshots to read, and no rows that anybody else could change', async () => {
    const symbol = await knownListing();
    const isReading = (sql: string) =>
      /^select .* from .*quote_snapshots. /.test(sql) && /current_key/.test(sql);
    const isLocking = (sql: string) => /for update/i.test(sql);
    const created = await statementsDuring(() => publish(symbol));
    expect(created.filter((sql) => isReading(sql) || isLocking(sql))).toEqual([]);

    const documentId = await publish(symbol);
    const again = await statementsDuring(() => newsroom().strapi.documents(ARTICLE).publish({ documentId }));
    expect(again.filter(isReading)).not.toEqual([]);
  });
};
