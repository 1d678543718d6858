import type { Modules } from '@strapi/strapi';
import {
  ARTICLE,
  body,
  instruments,
  publishArticle,
  readSnapshots,
  record,
  title,
} from '../../support/articles';
import type { Suite } from '.';

const TICKER = 'api::ticker.ticker';

export const links: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  let apple: string;
  let oracle: string;
  let company: string;

  beforeAll(async () => {
    const { strapi } = newsroom();
    company = (await strapi.documents('api::company.company').create({ data: { name: 'Apple' } })).documentId;
    const ticker = async (data: Modules.Documents.Params.Data.Input<typeof TICKER>) =>
      (await strapi.documents(TICKER).create({ data })).documentId;
    apple = await ticker({
      symbol: 'AAPL',
      mic: 'XNAS',
      name: 'Apple Inc.',
      exchange: 'Nasdaq',
      currency: 'USD',
      company,
    });
    oracle = await ticker({ symbol: 'ORCL', mic: 'XNYS', name: 'Oracle' });
    await ticker({ symbol: '7203', mic: 'XTKS', name: 'Toyota', currency: 'JPY' });
  });

  const linked = async (documentId: string, status: 'draft' | 'published' = 'published') => {
    const article = await documents().findOne({
      documentId,
      status,
      populate: { tickers: true, companies: true },
    });
    return {
      tickers: article?.tickers?.map(({ symbol }) => symbol),
      companies: article?.companies?.map(({ name }) => name),
    };
  };
  const statusInAdmin = async (documentId: string) => {
    const answer = await newsroom()
      .http()
      .get(`/content-manager/collection-types/${ARTICLE}/${documentId}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`)
      .expect(200);
    return answer.body.data.status;
  };

  it('links recognised tickers and their companies, in both versions, without leaving the article modified', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: AAPL), (NASDAQ: MSFT)']);
    for (const status of ['draft', 'published'] as const) {
      expect(await linked(documentId, status)).toEqual({ tickers: ['AAPL'], companies: ['Apple'] });
    }
    expect(await statusInAdmin(documentId)).toBe('published');
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    expect(snapshot).toMatchObject({ name: 'Apple Inc.', exchange: 'Nasdaq' });
  });

  it('counts tickers that an editor linked as mentions, after those of the text', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { tickers: [oracle] });
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual(['XNAS:MSFT', 'XNYS:ORCL']);
  });

  it('removes nothing that an editor linked, and takes back what it linked itself', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: AAPL)'], { tickers: [oracle] });
    await documents().update({ documentId, data: { body: body('Nothing left.') }, status: 'published' });
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual(['XNYS:ORCL']);
    for (const status of ['draft', 'published'] as const) {
      expect(await linked(documentId, status)).toEqual({ tickers: ['ORCL'], companies: [] });
    }
    expect(await statusInAdmin(documentId)).toBe('published');
  });

  it('keeps a ticker that was linked by hand and named in the text, when the text no longer names it', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: AAPL)'], {
      tickers: [apple],
      companies: [company],
    });
    await documents().update({ documentId, data: { body: body('Nothing left.') }, status: 'published' });
    expect(await linked(documentId)).toEqual({ tickers: ['AAPL'], companies: ['Apple'] });
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual(['XNAS:AAPL']);
  });

  it('keeps what it linked while the text goes on naming it', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: AAPL)']);
    await documents().update({
      documentId,
      data: { body: body('Still (NASDAQ: AAPL)') },
      status: 'published',
    });
    expect(await linked(documentId)).toEqual({ tickers: ['AAPL'], companies: ['Apple'] });
    await documents().update({ documentId, data: { body: body('Gone') }, status: 'published' });
    expect(await linked(documentId)).toEqual({ tickers: [], companies: [] });
  });

  it('settles an ambiguous exchange by the newsroom’s own tickers', async () => {
    const documentId = await publishArticle(newsroom(), ['Toyota (TSE: 7203)']);
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    expect(snapshot).toMatchObject({ instrument: 'XTKS:7203', price: 2688, currency: 'JPY' });
  });

  it('leaves out an ambiguous mention that nothing settles, and keeps the reason', async () => {
    const documentId = await publishArticle(newsroom(), ['Bank (TSE: RY) and (NASDAQ: MSFT)']);
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual(['XNAS:MSFT']);
    const [row] = (await record(newsroom(), documentId)).filter(({ instrument }) => instrument === null);
    expect(row).toMatchObject({ symbol: 'RY', state: 'unavailable', current: true });
    expect(row?.reason).toMatch(/“TSE” may mean Tokyo or TSX/);
  });

  it('captures an instrument that no ticker describes, all the same', async () => {
    const documentId = await publishArticle(newsroom(), ['AMD (NASDAQ: AMD)']);
    const [row] = await newsroom()
      .strapi.db.query('plugin::quote-snapshots.quote-snapshot')
      .findMany({ where: { relatedDocumentId: documentId }, populate: ['ticker'] });
    expect(row).toMatchObject({ instrument: 'XNAS:AMD', exchange: 'NASDAQ', price: 201.06, ticker: null });
  });

  it('links per locale', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: AAPL)']);
    const data = { title: title(), body: body('(NYSE: ORCL)') };
    await documents().update({ documentId, locale: 'es', data, status: 'published' });
    const spanish = await documents().findOne({
      documentId,
      locale: 'es',
      status: 'published',
      populate: ['tickers'],
    });
    expect(spanish?.tickers?.map(({ symbol }) => symbol)).toContain('ORCL');
    expect(instruments(await readSnapshots(newsroom(), documentId, 'en'))).toEqual(['XNAS:AAPL']);
  });
};
