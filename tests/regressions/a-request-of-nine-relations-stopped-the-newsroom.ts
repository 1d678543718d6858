import { publishArticle, title } from '../support/articles';
import { signInAs } from '../support/admin-user';
import type { Suite } from '../support/describe-newsroom';

/** `[tickers][articles][tickers][articles]…` */
const pairs = (count: number, step = (name: string) => `[${name}]`): string =>
  `${step('tickers')}${step('articles')}`.repeat(count);

/** `{ tickers: { articles: { … } } }`, so many pairs of them around what is given. */
const nestedPairs = (count: number, inside: object): object =>
  count === 0 ? inside : { tickers: { articles: nestedPairs(count - 1, inside) } };

const many = (count: number, one: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join('&');

export const regression: Suite = (newsroom) => {
  const get = (asked: string) => newsroom().http().get(`/api/articles?${asked}`);
  const graphql = (query: string, variables: object = {}) =>
    newsroom().http().post('/graphql').send({ query, variables });

  beforeAll(() => publishArticle(newsroom(), ['(NASDAQ: MSFT)']));

  describe('is refused, with the parameter, the limit and what to do,', () => {
    it.each([
      ['filters', `filters${pairs(9)}[title]=x`, /^filters: 19 fields .* at most 7 .*steps/],
      ['filters in groups', `filters[$or][0][$not]${pairs(7)}[title]=x`, /^filters: 15 fields/],
      ['filters that multiply', `filters${pairs(2)}[title]=x`, /^filters: .* multiply/],
      [
        'filters side by side',
        many(5, (n) => `filters[$and][${n}][tickers][symbol]=A`),
        /^filters: .* multiply/,
      ],
      ['an id of a far relation', `filters${pairs(3)}[$eq]=1`, /^filters: 6 relations .* at most 4 /],
      ['sort', `sort=${'tickers.articles.'.repeat(5)}title`, /^sort: 11 fields/],
      ['sorts', `sort=${'title,'.repeat(2_000)}title`, /sort/],
      ['sorts as an array', many(90, () => 'sort[]=title'), /^sort: it names 90 fields/],
      ['populate', `populate${pairs(5, (name) => `[${name}][populate]`)}=*`, /^populate: .* at most 7/],
      ['populate as text', `populate=${'tickers.articles.'.repeat(5)}tickers`, /^populate: /],
      ['populate as an array', `populate[0]=${'tickers.articles.'.repeat(5)}tickers`, /^populate: /],
      [
        'a page of populated lists',
        'pagination[pageSize]=100&populate[tickers][populate][articles]=true',
        /^populate: the answer may have \d+ entries, and 12000/,
      ],
      ['filters of a populate', `populate[tickers][filters]${pairs(6)}[title]=x`, /^filters: /],
      ['conditions', many(120, (n) => `filters[$and][${n % 2}][$or][${n >> 1}][slug]=x`), /conditions worth/],
      ['searches', many(60, (n) => `filters[$or][${n}][title][$containsi]=x`), /conditions worth/],
    ])('%s', async (_what, asked, message) => {
      const { status, body } = await get(asked);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });

    it('filters of one article', async () => {
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
      const { status } = await newsroom()
        .http()
        .get(`/api/articles/${documentId}?populate${pairs(5, (name) => `[${name}][populate]`)}=*`);
      expect(status).toBe(400);
    });

    it('a dynamic zone', async () => {
      const { strapi, http } = newsroom();
      const token = await strapi
        .service('admin::api-token')
        .create({ name: title(), type: 'full-access', description: '', lifespan: null });
      const read = (asked: string) =>
        http().get(`/api/briefings?${asked}`).set('authorization', `Bearer ${token.accessKey}`);
      const on = 'populate[parts][on][test.section][populate][about][populate]';
      await read(`${on}[tickers]=true`).expect(200);
      const { body } = await read(`${on}${pairs(3, (name) => `[${name}][populate]`)}=*`).expect(400);
      expect(body.error.message).toMatch(/^populate: /);
    });

    it('in variables of GraphQL', async () => {
      const query =
        'query ($f: ArticleFiltersInput, $s: [String]) { articles(filters: $f, sort: $s) { title } }';
      const filters = await graphql(query, { f: nestedPairs(9, { title: { eq: 'x' } }) });
      expect(filters.body.errors[0].message).toMatch(/^filters: \d+ fields/);
      const sorts = await graphql(query, { s: [`${'tickers.articles.'.repeat(5)}title`] });
      expect(sorts.body.errors[0].message).toMatch(/^sort: /);
    });

    it('in a relation of GraphQL', async () => {
      await newsroom()
        .strapi.documents('api::ticker.ticker')
        .create({ data: { symbol: 'COST', mic: 'XNAS' } });
      const { body } = await graphql(
        'query ($f: ArticleFiltersInput) { tickers { articles(filters: $f) { title } } }',
        {
          f: nestedPairs(9, { title: { eq: 'x' } }),
        },
      );
      expect(body.errors[0].message).toMatch(/^filters: \d+ fields/);
    });

    it('in the content manager', async () => {
      const { http, strapi } = newsroom();
      const token = await signInAs(strapi, 'newsroom-reporter');
      const { status, body } = await http()
        .get(`/content-manager/collection-types/api::article.article?filters${pairs(9)}[title]=x`)
        .set('authorization', `Bearer ${token}`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/^filters: \d+ fields/);
    });
  });

  it.each([
    'pagination[pageSize]=100&populate[quoteSnapshots]=true&populate[tickers]=true&populate[companies][populate][logo]=true&populate[disclaimers]=true&populate[cover]=true',
    'populate=*',
    'populate[companies][populate][tickers]=true',
    'populate[0]=companies.tickers&populate[1]=tickers',
    'filters[tickers][company][slug]=x',
    'filters[companies][tickers][symbol]=x&sort=publishedAt:desc',
    'filters[tickers][symbol]=x&filters[companies][slug]=y',
    `${many(90, (n) => `filters[documentId][$in][${n}]=x${n}`)}&sort=kind,title:desc`,
    'filters[$or][0][title][$containsi]=a&filters[$or][1][summary][$containsi]=a',
  ])('leaves frontends alone: %s', async (asked) => {
    await get(asked).expect(200);
  });
};
