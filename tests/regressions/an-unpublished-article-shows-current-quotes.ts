import {
  ARTICLE,
  body,
  instruments,
  later,
  readSnapshots,
  record,
  settled,
  SNAPSHOT,
  title,
} from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

/** What is no longer before readers has no current quotes; published again, it has those that it had. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'UP');
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const naming = (...symbols: string[]) => body(symbols.map((symbol) => `(NYSE: ${symbol})`).join(' and '));
  /** The current rows of a document, as the record's own API has them. */
  const current = async (documentId: string): Promise<unknown[]> => {
    const query = `filters[relatedDocumentId][$eq]=${documentId}&filters[current][$eq]=true`;
    return (await newsroom().http().get(`/api/quote-snapshots?${query}`).expect(200)).body.data;
  };
  const inDraft = async (documentId: string, locale = 'en'): Promise<unknown> => {
    const draft = await documents().findOne({
      documentId,
      locale,
      status: 'draft',
      populate: ['quoteSnapshots'],
    });
    return draft?.quoteSnapshots;
  };

  eachAfterAWhile(newsroom);

  it('has none while it is unpublished, by any API, and the same ones again once it is published', async () => {
    const documentId = await publish(listing(), listing());
    const before = await readSnapshots(newsroom(), documentId);
    expect(await inDraft(documentId)).toHaveLength(2);
    // Whatever fields the caller asks for.
    await documents().unpublish({ documentId, fields: ['title'] });
    expect(await current(documentId)).toEqual([]);
    expect(await inDraft(documentId)).toEqual([]);
    const asked = newsroom().provider.requests.length;
    await documents().publish({ documentId });
    const same = before.map((snapshot) => ({ ...snapshot, updatedAt: expect.any(String) }));
    expect(await readSnapshots(newsroom(), documentId)).toEqual(same);
    expect(newsroom().provider.requests.length).toBe(asked);
    expect(await record(newsroom(), documentId)).toHaveLength(2);
  });

  it('is told beforehand that publishing it again keeps them', async () => {
    const symbol = listing();
    const documentId = await publish(symbol);
    await documents().unpublish({ documentId });
    const preview = await newsroom()
      .strapi.plugin('quote-snapshots')
      .service('listings')
      .preview({
        model: newsroom().strapi.contentType(ARTICLE),
        documentId,
        locale: 'en',
        entry: { body: naming(symbol) },
        linkedTickers: [],
      });
    expect(preview).toMatchObject({ wanted: [{ act: 'keep', snapshot: { price: 10 } }], retired: [] });
  });

  it('is not asked for any more where it was pending, nor is what was to be captured again', async () => {
    const [waits, again] = [listing(), listing()];
    const documentId = await publish(again);
    const [captured] = await record(newsroom(), documentId);
    newsroom().clock.advance(61_000);
    newsroom().provider.fail('status-500');
    await documents().update({ documentId, data: { body: naming(again, waits) }, status: 'published' });
    await capture().recapture(captured?.documentId, 'a typo');
    await settled(newsroom());
    newsroom().provider.fail(undefined);
    await documents().unpublish({ documentId });
    const asked = newsroom().provider.requests.length;
    await later(newsroom());
    expect(newsroom().provider.requests.length).toBe(asked);
    const rows = await record(newsroom(), documentId);
    expect(rows.map((row) => [row.instrument, row.state, row.current])).toEqual([
      [`XNYS:${again}`, 'captured', false],
      [`XNYS:${waits}`, 'unavailable', false],
      [`XNYS:${again}`, 'unavailable', false],
    ]);
    expect(rows[1]?.reason).toBe('The document was unpublished before this quote was captured.');
    await documents().publish({ documentId });
    expect(await readSnapshots(newsroom(), documentId)).toMatchObject([
      { documentId: captured?.documentId, state: 'captured' },
      { instrument: `XNYS:${waits}`, state: 'captured' },
    ]);
  });

  it('is published again without what its text no longer names, and with what is new', async () => {
    const [stays, goes, comes] = [listing(), listing(), listing()];
    const documentId = await publish(stays, goes);
    await documents().unpublish({ documentId });
    await documents().update({ documentId, data: { body: naming(comes, stays) } });
    await documents().publish({ documentId });
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual([
      `XNYS:${comes}`,
      `XNYS:${stays}`,
    ]);
    await documents().unpublish({ documentId });
    await documents().update({ documentId, data: { body: naming(goes) } });
    await documents().publish({ documentId });
    // It had vanished: it is captured anew.
    const rows = await record(newsroom(), documentId);
    expect(rows.filter((row) => row.instrument === `XNYS:${goes}`).map((row) => row.current)).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['one by one', ['en', 'es']],
    ['all at once', ['*']],
  ])('has none in the locales that are unpublished, %s', async (_how, locales) => {
    const documentId = await publish(listing());
    const data = { title: title(), body: naming(listing()) };
    await documents().update({ documentId, locale: 'es', data, status: 'published' });
    await settled(newsroom());
    const before = (await record(newsroom(), documentId)).map((row) => row.documentId);
    for (const [index, locale] of locales.entries()) {
      await documents().unpublish({ documentId, locale });
      expect(await current(documentId)).toHaveLength(locales.length - 1 - index);
    }
    for (const [index, locale] of locales.entries()) {
      await documents().publish({ documentId, locale });
      expect(await current(documentId)).toHaveLength(locale === '*' ? 2 : index + 1);
    }
    expect((await record(newsroom(), documentId)).map((row) => row.documentId)).toEqual(before);
  });

  it('remembers which links are the plugin’s own', async () => {
    const symbol = listing();
    await newsroom()
      .strapi.documents('api::ticker.ticker')
      .create({ data: { symbol, mic: 'XNYS', name: symbol } });
    newsroom().provider.fail('status-500');
    const documentId = await publish(symbol);
    newsroom().provider.fail(undefined);
    await documents().unpublish({ documentId });
    await documents().update({ documentId, data: { body: body('Nothing.') } });
    await documents().publish({ documentId });
    expect(await readSnapshots(newsroom(), documentId)).toEqual([]);
    expect((await documents().findOne({ documentId, populate: ['tickers'] }))?.tickers).toEqual([]);
  });

  it('leaves no row that waits for its return once it is deleted, whatever fields the caller asks for', async () => {
    const documentId = await publish(listing());
    await documents().unpublish({ documentId });
    await documents().delete({ documentId, fields: ['title'] });
    const published = await publish(listing());
    await documents().delete({ documentId: published, locale: '*', fields: ['title'] });
    for (const gone of [documentId, published])
      expect(
        await newsroom()
          .strapi.db.query(SNAPSHOT)
          .findMany({ where: { relatedDocumentId: gone }, select: ['current', 'currentKey'] }),
      ).toMatchObject([{ current: false, currentKey: null }]);
  });
};
