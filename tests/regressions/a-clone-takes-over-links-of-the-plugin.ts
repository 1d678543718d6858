import type { UID } from '@strapi/strapi';
import { ARTICLE, body, instruments, readSnapshots, record, settled, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

const TICKER = 'api::ticker.ticker';
const NOTICE = 'api::notice.notice' as UID.ContentType;

/** A clone has the links that an editor made; those of the plugin it gets when its own text names them. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'CN');
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const notices = () => newsroom().strapi.documents(NOTICE) as ReturnType<typeof documents>;

  /** A symbol that the newsroom has a ticker and a company of. */
  const known = async (): Promise<{ symbol: string; ticker: string }> => {
    const symbol = listing();
    const { strapi } = newsroom();
    const company = await strapi
      .documents('api::company.company')
      .create({ data: { name: `Company ${symbol}` } });
    const data = { symbol, mic: 'XNYS', name: symbol, company: company.documentId };
    return { symbol, ticker: (await strapi.documents(TICKER).create({ data })).documentId };
  };
  const linked = async (documentId: string, locale = 'en', status: 'draft' | 'published' = 'draft') => {
    const article = await documents().findOne({
      documentId,
      locale,
      status,
      populate: ['tickers', 'companies'],
    });
    return [
      ...(article?.tickers ?? []).map((one) => one.symbol),
      ...(article?.companies ?? []).map((one) => one.name),
    ];
  };
  const rewrite = (documentId: string, locale = 'en') =>
    documents().update({
      documentId,
      locale,
      data: { title: title(), body: body('Nothing.') },
      status: 'published',
    });

  eachAfterAWhile(newsroom);

  it('rewritten to name nothing captures nothing, and keeps what an editor linked', async () => {
    const [named, byHand] = [await known(), await known()];
    const documentId = await publish(named.symbol);
    const withHand = (
      await documents().create({
        data: { title: title(), body: body(`(NYSE: ${named.symbol})`), tickers: [byHand.ticker] },
        status: 'published',
      })
    ).documentId;
    expect(await linked(documentId)).toEqual([named.symbol, `Company ${named.symbol}`]);

    const clone = (await documents().clone({ documentId, populate: ['tickers'] }))!;
    expect(clone.entries[0]?.tickers).toEqual([]);
    expect(await linked(clone.documentId)).toEqual([]);
    await rewrite(clone.documentId);
    expect(await record(newsroom(), clone.documentId)).toEqual([]);
    expect(await linked(clone.documentId, 'en', 'published')).toEqual([]);
    // What it is a clone of is as it was.
    expect(await linked(documentId, 'en', 'published')).toEqual([named.symbol, `Company ${named.symbol}`]);

    const other = (await documents().clone({ documentId: withHand }))!.documentId;
    await rewrite(other);
    expect(instruments(await readSnapshots(newsroom(), other))).toEqual([`XNYS:${byHand.symbol}`]);
  });

  it('left as it is links and captures what its text names', async () => {
    const { symbol } = await known();
    const documentId = await publish(symbol);
    const clone = (await documents().clone({ documentId, data: { title: title() } }))!.documentId;
    await documents().publish({ documentId: clone });
    expect(instruments(await readSnapshots(newsroom(), clone))).toEqual([`XNYS:${symbol}`]);
    for (const status of ['draft', 'published'] as const)
      expect(await linked(clone, 'en', status)).toEqual([symbol, `Company ${symbol}`]);
  });

  it('made while the original is unpublished, or waits for its quotes, is no different', async () => {
    const { symbol } = await known();
    newsroom().provider.fail('status-500');
    const documentId = await publish(symbol);
    const [pending] = [(await documents().clone({ documentId }))!.documentId];
    await documents().unpublish({ documentId });
    const unpublished = (await documents().clone({ documentId }))!.documentId;
    newsroom().provider.fail(undefined);
    for (const clone of [pending, unpublished]) {
      await rewrite(clone);
      expect(await record(newsroom(), clone)).toEqual([]);
    }
  });

  it('keeps a ticker that its maker sent with it', async () => {
    const { symbol, ticker } = await known();
    const documentId = await publish(symbol);
    const sent = { title: title(), tickers: { connect: [{ documentId: ticker }] } };
    const clone = (await documents().clone({ documentId, data: sent }))!.documentId;
    expect(await linked(clone)).toEqual([symbol]);
    // As the content manager sends a relation that nobody touched.
    const untouched = { title: title(), tickers: { connect: [], disconnect: [] } };
    expect(await linked((await documents().clone({ documentId, data: untouched }))!.documentId)).toEqual([]);
  });

  it('of all locales has the links of an editor in each', async () => {
    const [english, spanish] = [await known(), await known()];
    const documentId = await publish(english.symbol);
    const data = { title: title(), body: body(`(NYSE: ${spanish.symbol})`), tickers: [english.ticker] };
    await documents().update({ documentId, locale: 'es', data, status: 'published' });
    const clone = (await documents().clone({ documentId, locale: '*' }))!.documentId;
    expect(await linked(clone, 'en')).toEqual([]);
    expect(await linked(clone, 'es')).toEqual([english.symbol]);
    for (const locale of ['en', 'es']) await rewrite(clone, locale);
    expect(await readSnapshots(newsroom(), clone, 'en')).toEqual([]);
    expect(instruments(await readSnapshots(newsroom(), clone, 'es'))).toEqual([`XNYS:${english.symbol}`]);
  });

  it('of a type without drafts is published by being cloned: it captures what its text names, and no more', async () => {
    const { symbol } = await known();
    const data = { title: title(), body: `(NYSE: ${symbol})` } as never;
    const { documentId } = await notices().create({ data });
    const rewritten = { title: title(), body: 'Nothing.' } as never;
    const empty = (await notices().clone({
      documentId,
      data: rewritten,
      populate: ['tickers', 'quoteSnapshots'],
    }))!;
    expect(empty.entries[0]).toMatchObject({ tickers: [], quoteSnapshots: [] });
    expect(await record(newsroom(), empty.documentId)).toEqual([]);
    const same = (await notices().clone({ documentId, populate: ['quoteSnapshots'] }))!;
    await settled(newsroom());
    expect(same.entries[0]).toMatchObject({
      quoteSnapshots: [{ state: 'captured', instrument: `XNYS:${symbol}` }],
    });
    expect(
      (await notices().findOne({ documentId: same.documentId, populate: ['tickers'] }))?.tickers,
    ).toHaveLength(1);
  });
};
