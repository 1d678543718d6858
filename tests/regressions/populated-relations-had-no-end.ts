import { publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const MOST = 100;
const MANY = 130;

export const regression: Suite = (newsroom) => {
  const made = title();
  let symbols = 0;

  /** A ticker with so many published articles. */
  const tickerOf = async (articles: number): Promise<{ symbol: string; documentId: string }> => {
    const { strapi } = newsroom();
    const symbol = `END${String.fromCharCode(65 + (symbols += 1))}`;
    const { documentId } = await strapi
      .documents('api::ticker.ticker')
      .create({ data: { symbol, mic: 'XNYS', exchange: 'NYSE' } });
    const ticker = await strapi.db.query('api::ticker.ticker').findOne({ where: { documentId } });
    const knex = strapi.db.connection;
    const at = (index: number) => new Date(Date.UTC(2022, 0, 1) + index * 60_000);
    const rows = Array.from({ length: articles }, (_, index) => ({
      document_id: `${symbol}${index}`,
      title: `${made}, ${symbol} ${index}`,
      slug: `${symbol.toLowerCase()}-${index}`,
      locale: 'en',
      created_at: at(index),
      updated_at: at(index),
      published_at: at(index),
      quote_snapshots_record: 'recorded',
    }));
    await knex('articles').insert(rows);
    const ids: { id: number }[] = await knex('articles')
      .select('id')
      .where('document_id', 'like', `${symbol}%`)
      .orderBy('id');
    const links = ids.map(({ id }, index) => ({
      article_id: id,
      ticker_id: ticker.id,
      article_ord: index + 1,
    }));
    await knex('articles_tickers_lnk').insert(links);
    return { symbol, documentId };
  };

  const titles = (articles: { title: string }[]): string[] => articles.map((one) => one.title);
  let long: { symbol: string; documentId: string };
  let short: { symbol: string; documentId: string };

  beforeAll(async () => {
    long = await tickerOf(MANY);
    short = await tickerOf(3);
  });
  afterAll(async () => {
    const knex = newsroom().strapi.db.connection;
    const ids = knex('articles').select('id').where('title', 'like', `${made},%`);
    await knex('articles_tickers_lnk').whereIn('article_id', ids).delete();
    await knex('articles').where('title', 'like', `${made},%`).delete();
    await knex('tickers').where('symbol', 'like', 'END_').delete();
  });

  it('yields as many as a list does, for each entry, in the order that is asked for', async () => {
    const answer = await newsroom()
      .http()
      .get(
        `/api/tickers?filters[symbol][$in][0]=${long.symbol}&filters[symbol][$in][1]=${short.symbol}&sort=symbol` +
          '&populate[articles][fields]=title&populate[articles][sort]=publishedAt:desc',
      )
      .expect(200);
    const [first, second] = answer.body.data;
    expect(titles(first.articles)).toEqual(
      Array.from({ length: MOST }, (_, index) => `${made}, ${long.symbol} ${MANY - 1 - index}`),
    );
    expect(titles(second.articles)).toEqual([2, 1, 0].map((index) => `${made}, ${short.symbol} ${index}`));
  });

  it('yields the first of the relation’s own order otherwise, and of one entry', async () => {
    const answer = await newsroom()
      .http()
      .get(`/api/tickers/${long.documentId}?populate=articles`)
      .expect(200);
    expect(titles(answer.body.data.articles)).toEqual(
      Array.from({ length: MOST }, (_, index) => `${made}, ${long.symbol} ${index}`),
    );
  });

  it('looks for the filtered ones before it stops', async () => {
    const last = `${made}, ${long.symbol} ${MANY - 1}`;
    const answer = await newsroom()
      .http()
      .get(`/api/tickers/${long.documentId}?populate[articles][filters][title]=${encodeURI(last)}`)
      .expect(200);
    expect(titles(answer.body.data.articles)).toEqual([last]);
  });

  it('holds however deep it is populated', async () => {
    const documentId = await publishArticle(newsroom(), ['Nothing.'], {
      title: `${made}, over it`,
      tickers: { connect: [long.documentId] },
    });
    const answer = await newsroom()
      .http()
      .get(`/api/articles/${documentId}?populate[tickers][populate][articles][fields]=title`)
      .expect(200);
    const [ticker] = answer.body.data.tickers;
    expect(ticker.articles).toHaveLength(MOST);
  });

  it('pages over GraphQL as before', async () => {
    const query = `{ tickers(filters: { symbol: { eq: "${long.symbol}" } }) {
      articles(sort: "publishedAt:asc", pagination: { start: 120, limit: 5 }) { title }
    } }`;
    const answer = await newsroom().http().post('/graphql').send({ query }).expect(200);
    expect(titles(answer.body.data.tickers[0].articles)).toEqual(
      Array.from({ length: 5 }, (_, index) => `${made}, ${long.symbol} ${120 + index}`),
    );
  });

  it('bounds nothing that the newsroom reads for itself', async () => {
    const ticker = await newsroom()
      .strapi.documents('api::ticker.ticker')
      .findOne({
        documentId: long.documentId,
        status: 'published',
        populate: { articles: { fields: ['title'] } },
      });
    expect(ticker?.articles?.length).toBeGreaterThanOrEqual(MANY);
  });
};
