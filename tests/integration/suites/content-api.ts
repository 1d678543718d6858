import {
  ARTICLE,
  body,
  instruments,
  publishArticle,
  readSnapshots,
  settled,
  title,
} from '../../support/articles';
import type { Newsroom } from '../../support/newsroom';
import type { Suite } from '.';

/** How many statements the database runs while something is done. */
export const countQueries = async (newsroom: Newsroom, work: () => Promise<unknown>): Promise<number> => {
  const { strapi } = newsroom;
  // The world is told of what was published a moment later, which takes statements of its own.
  await settled(newsroom);
  let queries = 0;
  const count = () => (queries += 1);
  strapi.db.connection.on('query', count);
  try {
    await work();
  } finally {
    strapi.db.connection.off('query', count);
  }
  return queries;
};

const TEN =
  '(NASDAQ: MSFT), (NYSE: ORCL), (NASDAQ: AAPL), (NASDAQ: GOOG), (NASDAQ: NVDA), (NASDAQ: AMZN), (NASDAQ: META), (NASDAQ: AMD), (NYSE: BAC), (NASDAQ: TSLA)';

export const contentApi: Suite = (newsroom) => {
  const get = (path: string) => newsroom().http().get(path);

  it('serves an article with its quotes in order of first mention, in every form of populate', async () => {
    const documentId = await publishArticle(newsroom(), ['(NYSE: ORCL), (NASDAQ: MSFT), (NASDAQ: AAPL)']);
    const expected = ['XNYS:ORCL', 'XNAS:MSFT', 'XNAS:AAPL'];
    for (const populate of [
      'populate=quoteSnapshots',
      'populate[quoteSnapshots]=true',
      'populate=*',
      'populate[0]=quoteSnapshots',
    ]) {
      const answer = await get(`/api/articles/${documentId}?${populate}`).expect(200);
      expect(instruments(answer.body.data.quoteSnapshots)).toEqual(expected);
    }
    const listed = await get(
      `/api/articles?populate=quoteSnapshots&filters[documentId][$eq]=${documentId}`,
    ).expect(200);
    expect(instruments(listed.body.data[0].quoteSnapshots)).toEqual(expected);
  });

  it('keeps that order after republishing moved the mentions', async () => {
    const documentId = await publishArticle(newsroom(), ['(NYSE: ORCL), (NASDAQ: MSFT)']);
    const data = { body: body('(NASDAQ: AMD), (NASDAQ: MSFT), (NYSE: ORCL)') };
    await newsroom().strapi.documents(ARTICLE).update({ documentId, data, status: 'published' });
    expect(instruments(await readSnapshots(newsroom(), documentId))).toEqual([
      'XNAS:AMD',
      'XNAS:MSFT',
      'XNYS:ORCL',
    ]);
  });

  it('sorts, filters and picks fields as for any relation', async () => {
    const documentId = await publishArticle(newsroom(), ['(NYSE: ORCL), (NASDAQ: MSFT), (NASDAQ: AAPL)']);
    const sorted = await get(
      `/api/articles/${documentId}?populate[quoteSnapshots][sort]=price:desc&populate[quoteSnapshots][fields][0]=price`,
    ).expect(200);
    expect(sorted.body.data.quoteSnapshots.map(({ price }: { price: number }) => price)).toEqual([
      480, 272.19, 180.03,
    ]);
    expect(sorted.body.data.quoteSnapshots[0]).not.toHaveProperty('instrument');
    const filtered = await get(
      `/api/articles/${documentId}?populate[quoteSnapshots][filters][price][$gt]=300`,
    ).expect(200);
    expect(instruments(filtered.body.data.quoteSnapshots)).toEqual(['XNAS:MSFT']);
  });

  it('gives each locale its own quotes, also where an answer mixes locales', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const data = { title: title(), body: body('(NYSE: ORCL)') };
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, locale: 'es', data, status: 'published' });
    const answer = await get(
      `/api/articles?locale=*&populate=quoteSnapshots&filters[documentId][$eq]=${documentId}`,
    ).expect(200);
    const perLocale = answer.body.data.map(
      ({ locale, quoteSnapshots }: { locale: string; quoteSnapshots: [] }) => [
        locale,
        instruments(quoteSnapshots),
      ],
    );
    expect(Object.fromEntries(perLocale)).toEqual({ en: ['XNAS:MSFT'], es: ['XNYS:ORCL'] });
  });

  it('populates in order when nested, and keeps its workings private', async () => {
    const { strapi } = newsroom();
    const { documentId: company } = await strapi
      .documents('api::company.company')
      .create({ data: { name: title() } });
    await publishArticle(newsroom(), ['(NYSE: ORCL), (NASDAQ: MSFT)'], { companies: [company] });
    const answer = await get(`/api/companies/${company}?populate[articles][populate]=quoteSnapshots`).expect(
      200,
    );
    const [article] = answer.body.data.articles;
    expect(instruments(article.quoteSnapshots)).toEqual(['XNYS:ORCL', 'XNAS:MSFT']);
    expect(article).not.toHaveProperty('quoteSnapshotsKey');
    for (const field of ['position', 'relatedKey', 'currentKey', 'supersedes', 'linkedTicker']) {
      expect(article.quoteSnapshots[0]).not.toHaveProperty(field);
    }
  });

  it('serves the record itself, history included, filterable and one by one', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { body: body('(NYSE: ORCL)') }, status: 'published' });
    const filter = `filters[relatedDocumentId][$eq]=${documentId}`;
    const all = await get(`/api/quote-snapshots?${filter}&sort=instrument`).expect(200);
    expect(instruments(all.body.data)).toEqual(['XNAS:MSFT', 'XNYS:ORCL']);
    expect(all.body.meta.pagination.total).toBe(2);
    const one = await get(`/api/quote-snapshots?${filter}&filters[instrument][$eq]=XNAS:MSFT`).expect(200);
    expect(one.body.data).toHaveLength(1);
    const single = await get(`/api/quote-snapshots/${one.body.data[0].documentId}`).expect(200);
    expect(single.body.data).toMatchObject({ instrument: 'XNAS:MSFT', current: false, relatedType: ARTICLE });
    await get('/api/quote-snapshots/nosuchdocument').expect(404);
    await get('/api/quote-snapshots?foo=1').expect(400);
  });

  it('lets a read-only API token read', async () => {
    const token = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'read-only', description: '', lifespan: null });
    await get('/api/articles?populate=quoteSnapshots')
      .set('authorization', `Bearer ${token.accessKey}`)
      .expect(200);
  });

  it('costs a constant number of statements, however many articles a page lists', async () => {
    for (let count = 0; count < 6; count += 1) await publishArticle(newsroom(), [TEN]);
    const page = (size: number) => () =>
      get(`/api/articles?populate=quoteSnapshots&pagination[pageSize]=${size}&sort=id:desc`).expect(200);
    await page(1)();
    const one = await countQueries(newsroom(), page(1));
    expect(await countQueries(newsroom(), page(6))).toBe(one);
  });

  it('writes the snapshots of a publication in one statement, and figures that it must ask for in another', async () => {
    const writes = { rows: 0, figures: 0 };
    const watch = ({ sql }: { sql: string }) => {
      if (/^insert into .{0,20}quote_snapshots/i.test(sql)) writes.rows += 1;
      if (/^\s*with given\([\s\S]*update [^ ]*quote_snapshots/i.test(sql)) writes.figures += 1;
    };
    // The desk has forgotten what it knew from the articles above.
    newsroom().clock.advance(15_000);
    newsroom().strapi.db.connection.on('query', watch);
    await publishArticle(newsroom(), [TEN]);
    // One for the pending rows, one for the figures of all ten.
    expect(writes).toEqual({ rows: 1, figures: 1 });
    await publishArticle(newsroom(), [TEN]);
    newsroom().strapi.db.connection.off('query', watch);
    // By now the desk knows all ten: their figures are inserted with the rows.
    expect(writes).toEqual({ rows: 2, figures: 1 });
  });

  describe('latest', () => {
    const latest = (query = '') => get(`/api/quote-snapshots/latest${query}`);

    beforeAll(async () => {
      const tickers = newsroom().strapi.documents('api::ticker.ticker');
      await tickers.create({
        data: {
          symbol: 'GOOG',
          mic: 'XNAS',
          name: 'Alphabet',
          exchange: 'NASDAQ',
          featured: true,
          featuredOrder: 2,
        },
      });
      await tickers.create({
        data: { symbol: 'NVDA', mic: 'XNAS', name: 'NVIDIA', featured: true, featuredOrder: 1 },
      });
      await tickers.create({
        data: { symbol: 'META', mic: 'XNAS', listingStatus: 'suspended', featured: true },
      });
    });

    it('is the featured tickers in order, with what must be shown beside them', async () => {
      const { body: answer } = await latest().expect(200);
      expect(answer.data).toEqual([
        expect.objectContaining({
          instrument: 'XNAS:NVDA',
          price: 174.14,
          change: -0.86,
          changePercent: -0.4914,
        }),
        expect.objectContaining({
          instrument: 'XNAS:GOOG',
          name: 'Alphabet',
          exchange: 'NASDAQ',
          currency: 'USD',
          delayMinutes: 20,
        }),
      ]);
      expect(answer.meta).toMatchObject({
        provider: 'cloudquote',
        attribution: expect.stringContaining('CloudQuote'),
        delayNotice: 'Quotes delayed at least 20 minutes.',
        unavailable: [],
      });
    });

    it('is those asked for, in that order; what the newsroom has not is not asked of the provider', async () => {
      const { provider } = newsroom();
      const { body: answer } = await latest('?instruments=XNAS:GOOG,XNAS:NVDA,XNAS:META,XNAS:NOTOURS').expect(
        200,
      );
      expect(instruments(answer.data)).toEqual(['XNAS:GOOG', 'XNAS:NVDA']);
      expect(instruments(answer.meta.unavailable)).toEqual(['XNAS:META', 'XNAS:NOTOURS']);
      expect(provider.requests.flatMap(({ symbols }) => symbols)).not.toContain('NOTOURS');
    });

    it('says why a quote is missing in the language that is asked for, else in that of the newsroom', async () => {
      const tickers = newsroom().strapi.documents('api::ticker.ticker');
      await tickers.create({ data: { symbol: 'QWZKT', mic: 'XNAS' } });
      const missing = async (locale = '') => {
        const { body: answer } = await latest(`?instruments=XNAS:QWZKT,XNAS:META${locale}`).expect(200);
        return answer.meta.unavailable;
      };
      expect(await missing()).toEqual([
        {
          instrument: 'XNAS:QWZKT',
          reasonCode: 'unknown-instrument',
          reason: 'The quote provider does not know this listing.',
        },
        {
          instrument: 'XNAS:META',
          reasonCode: 'not-an-active-ticker',
          reason: 'Not an active ticker of this newsroom.',
        },
      ]);
      expect(await missing('&locale=de-AT')).toMatchObject([
        { reason: expect.stringContaining('Der Kursanbieter kennt') },
        { reason: 'Kein aktiver Ticker dieser Redaktion.' },
      ]);
    });

    it('shares what was asked a moment ago', async () => {
      await latest().expect(200);
      const before = newsroom().provider.requests.length;
      await Promise.all(
        Array.from({ length: 10 }, () => latest('?instruments=XNAS:GOOG,XNAS:NVDA').expect(200)),
      );
      expect(newsroom().provider.requests.length).toBe(before);
    });

    it.each([
      ['?instruments=', /empty/],
      ['?instruments=MSFT', /"MSFT" is not an instrument/],
      ['?instruments=XNAS:GO!OG', /is not an instrument/],
      [
        `?instruments=${Array.from({ length: 51 }, (_, index) => `XNAS:A${index}`).join(',')}`,
        /more than the 50/,
      ],
      ['?instruments=XNAS:GOOG&instruments=XNAS:NVDA', /once/],
      ['?symbols=XNAS:GOOG', /Only "instruments"/],
    ])('answers %s with a 400 that says what to do', async (query, message) => {
      const answer = await latest(query).expect(400);
      expect(answer.body.error.message).toMatch(message);
    });
  });
};
