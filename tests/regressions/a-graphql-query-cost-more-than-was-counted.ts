import { body as words } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const times = (count: number, one: (n: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(between);

export const regression: Suite = (newsroom) => {
  const ask = async (query: string, variables: object = {}) => {
    const { status, body } = await newsroom().http().post('/graphql').send({ query, variables });
    return { status, message: (body.errors?.[0]?.message ?? body.error?.message) as string | undefined };
  };
  const FILTERED = 'query ($f: ArticleFiltersInput) { articles(filters: $f) { title } }';
  const nested = (levels: number): object =>
    levels === 0 ? { title: { eq: 'x' } } : { and: [nested(levels - 1)] };

  it.each([
    ['conditions in a variable', FILTERED, { f: { or: Array(900).fill({ title: { eq: 'x' } }) } }, /values/],
    [
      'a variable that is used often',
      `query ($f: ArticleFiltersInput) { ${times(40, (n) => `a${n}: articles(filters: $f) { title }`)} }`,
      { f: { or: Array(25).fill({ title: { eq: 'x' } }) } },
      /values/,
    ],
    ['a variable that is deep', FILTERED, { f: nested(40) }, /nested deeper/],
    [
      'an argument that is deep',
      `{ articles(filters: ${'{ and: ['.repeat(300)}{}${'] }'.repeat(300)}) { title } }`,
      {},
      /nested deeper/,
    ],
    [
      'aliases of a relation to one',
      `{ articles(pagination: { limit: 100 }) { ${times(240, (n) => `a${n}: cover { url }`)} } }`,
      {},
      /values/,
    ],
    [
      'the nodes of a page',
      '{ articles_connection(pagination: { limit: 100 }) { nodes { companies { articles { title } } } } }',
      {},
      /values/,
    ],
    [
      'the page of a relation',
      '{ tickers(pagination: { limit: 100 }) { articles_connection(pagination: { pageSize: 100 }) { nodes { title slug summary kind locale byline publishedAt updatedAt createdAt documentId a: title b: title c: title d: title } } } }',
      {},
      /values/,
    ],
    [
      'fragments',
      `query { articles(pagination: { limit: 100 }) { ...A ...B } } fragment A on Article { x: companies { ...C } } fragment B on Article { y: companies { ...C } } fragment C on Company { articles { title } }`,
      {},
      /values/,
    ],
    [
      'fragments that double',
      `{ ...F0 } ${times(40, (n) => `fragment F${n} on Query { a${n}: __typename ...F${n + 1} ...F${n + 1} }`)} fragment F40 on Query { __typename }`,
      {},
      /more than 5000 fields/,
    ],
    [
      'fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      {},
      /more than 5000 fields/,
    ],
    [
      'a list in a directive',
      'query ($yes: Boolean!) { articles(pagination: { limit: 100 }) { companies @include(if: $yes) { articles { title } } } }',
      { yes: true },
      /values/,
    ],
  ])('%s is refused before it runs', async (_what, query, variables, message) => {
    expect(await ask(query, variables)).toEqual({ status: 400, message: expect.stringMatching(message) });
  });

  it('a batch of queries is refused', async () => {
    const { status } = await newsroom()
      .http()
      .post('/graphql')
      .send(Array(10).fill({ query: '{ articles { title } }' }));
    expect(status).toBe(400);
  });

  it.each([
    [
      'a page with what stands beside it',
      '{ articles_connection(pagination: { pageSize: 100 }) { nodes { title slug summary publishedAt quoteSnapshots { instrument price change currency } tickers { symbol mic } } pageInfo { total pageCount } } }',
      {},
    ],
    [
      'a list with pictures',
      '{ articles(pagination: { limit: 25 }) { title cover { url } companies { name logo { url } } } }',
      {},
    ],
    [
      'filters as people write them',
      FILTERED,
      {
        f: {
          and: [
            { or: [{ tickers: { company: { slug: { eq: 'x' } } } }, { not: { title: { containsi: 'a' } } }] },
          ],
        },
      },
    ],
    [
      'a field that is left out',
      'query ($yes: Boolean!) { articles(pagination: { limit: 100 }) { title companies @include(if: $yes) { articles { title } } } }',
      { yes: false },
    ],
  ])('%s is served', async (_what, query, variables) => {
    expect(await ask(query, variables)).toEqual({ status: 200, message: undefined });
  });

  it('a mutation with a long body is served', async () => {
    const { strapi, http } = newsroom();
    const token = await strapi
      .service('admin::api-token')
      .create({ name: 'long body', type: 'full-access', description: '', lifespan: null });
    const { body } = await http()
      .post('/graphql')
      .set('authorization', `Bearer ${token.accessKey}`)
      .send({
        query: 'mutation ($d: ArticleInput!) { createArticle(data: $d) { documentId } }',
        variables: { d: { title: 'Long, over GraphQL', body: words(...Array<string>(400).fill('Words.')) } },
      });
    expect(body.errors).toBeUndefined();
    await strapi.documents('api::article.article').delete({ documentId: body.data.createArticle.documentId });
  });
};
