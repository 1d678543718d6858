import { instruments, publishArticle, title } from '../../support/articles';
import { countQueries } from './content-api';
import type { Suite } from '.';

export const graphql: Suite = (newsroom) => {
  const ask = async (query: string, variables: object = {}) => {
    const answer = await newsroom().http().post('/graphql').send({ query, variables });
    return answer.body;
  };

  it('serves articles with their quotes in order of first mention', async () => {
    const documentId = await publishArticle(newsroom(), ['(NYSE: ORCL), (NASDAQ: MSFT)']);
    const { data, errors } = await ask(
      `query ($id: ID!) { article(documentId: $id) { title quoteSnapshots { instrument price currency quotedAt state } } }`,
      { id: documentId },
    );
    expect(errors).toBeUndefined();
    expect(data.article.quoteSnapshots).toEqual([
      expect.objectContaining({ instrument: 'XNYS:ORCL', price: 180.03, currency: 'USD', state: 'captured' }),
      expect.objectContaining({ instrument: 'XNAS:MSFT' }),
    ]);
  });

  it('sorts, filters and pages them', async () => {
    const documentId = await publishArticle(newsroom(), ['(NYSE: ORCL), (NASDAQ: MSFT), (NASDAQ: AAPL)']);
    const field = async (args: string) => {
      const { data, errors } = await ask(
        `{ article(documentId: "${documentId}") { quoteSnapshots${args} { instrument } } }`,
      );
      expect(errors).toBeUndefined();
      return instruments(data.article.quoteSnapshots);
    };
    expect(await field('(sort: "price:desc")')).toEqual(['XNAS:MSFT', 'XNAS:AAPL', 'XNYS:ORCL']);
    expect(await field('(filters: { price: { gt: 200 } })')).toEqual(['XNAS:MSFT', 'XNAS:AAPL']);
    expect(await field('(pagination: { start: 1, limit: 1 })')).toEqual(['XNAS:MSFT']);
    expect(await field('(pagination: { page: 2, pageSize: 2 })')).toEqual(['XNAS:AAPL']);
  });

  it('costs no more statements for the quotes of many articles than for those of one', async () => {
    const page = (limit: number) => () =>
      ask(
        `{ articles(pagination: { limit: ${limit} }, sort: "createdAt:desc") { quoteSnapshots { instrument } } }`,
      );
    await page(1)();
    const one = await countQueries(newsroom(), page(1));
    expect(await countQueries(newsroom(), page(5))).toBe(one);
  });

  it('serves the record', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const { data, errors } = await ask(
      `{ quoteSnapshots(filters: { relatedDocumentId: { eq: "${documentId}" } }) { documentId instrument } }`,
    );
    expect(errors).toBeUndefined();
    expect(instruments(data.quoteSnapshots)).toEqual(['XNAS:MSFT']);
    const one = await ask(
      `{ quoteSnapshot(documentId: "${data.quoteSnapshots[0].documentId}") { instrument price } }`,
    );
    expect(one.data.quoteSnapshot).toEqual({ instrument: 'XNAS:MSFT', price: 480 });
  });

  it('serves live quotes', async () => {
    await newsroom()
      .strapi.documents('api::ticker.ticker')
      .create({ data: { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon' } });
    const { data, errors } = await ask(
      `{ latestQuotes(instruments: ["XNAS:AMZN", "XNAS:NOTOURS"], locale: "es") { data { instrument name price quotedAt } meta { delayNotice attribution unavailable { instrument reasonCode reason } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.latestQuotes.data).toEqual([
      expect.objectContaining({ instrument: 'XNAS:AMZN', name: 'Amazon', price: 226.76 }),
    ]);
    expect(data.latestQuotes.meta.unavailable).toEqual([
      {
        instrument: 'XNAS:NOTOURS',
        reasonCode: 'not-an-active-ticker',
        reason: 'No es un ticker activo de esta redacción.',
      },
    ]);
    const bad = await ask(`{ latestQuotes(instruments: ["nope"]) { data { price } } }`);
    expect(bad.errors[0].message).toContain('is not an instrument');
  });

  it('has no mutation of snapshots and takes none in an article', async () => {
    const { data } = await ask(
      `{ __schema { mutationType { fields { name } } } input: __type(name: "ArticleInput") { inputFields { name } } article: __type(name: "Article") { fields { name } } }`,
    );
    const mutations: { name: string }[] = data.__schema.mutationType.fields;
    expect(mutations.filter(({ name }) => /snapshot/i.test(name))).toEqual([]);
    expect(data.input.inputFields.map(({ name }: { name: string }) => name)).not.toContain('quoteSnapshots');
    expect(data.article.fields.map(({ name }: { name: string }) => name)).not.toContain('quoteSnapshotsKey');
  });

  it('refuses a visitor without the right', async () => {
    const { strapi } = newsroom();
    const action = 'plugin::quote-snapshots.quote-snapshot.find';
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    const permissions = strapi.db.query('plugin::users-permissions.permission');
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { title: title() });
    await permissions.deleteMany({ where: { action, role: role.id } });
    try {
      const nested = await ask(`{ article(documentId: "${documentId}") { quoteSnapshots { instrument } } }`);
      expect(nested.errors?.[0]?.message).toMatch(/forbidden/i);
      const root = await ask(`{ quoteSnapshots { instrument } }`);
      expect(root.errors?.[0]?.message).toMatch(/forbidden/i);
      const rest = await newsroom().http().get(`/api/articles/${documentId}?populate=quoteSnapshots`);
      expect(rest.body.data?.quoteSnapshots).toBeUndefined();
    } finally {
      await permissions.create({ data: { action, role: role.id } });
    }
  });
};
