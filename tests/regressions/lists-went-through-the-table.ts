import { explain } from '../../bench/explain';
import { ARTICLE, publishArticle, SNAPSHOT, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { watchStatements } from '../support/query-plans';

const MANY = 3_000;
const ROWS = 100;

const NEWEST = 'sort=publishedAt:desc&fields=title&pagination[pageSize]=20';

export const regression: Suite = (newsroom) => {
  const made = title();

  /** Rows of an archive, past Strapi: published articles with a ticker, a company and two snapshots each. */
  const fill = async (): Promise<void> => {
    const { strapi, database } = newsroom();
    const knex = strapi.db.connection;
    const insert = async (table: string, rows: object[]): Promise<void> => {
      for (let start = 0; start < rows.length; start += ROWS)
        await knex(table).insert(rows.slice(start, start + ROWS));
    };
    const indexes = Array.from({ length: MANY }, (_, index) => index);
    const at = (index: number) => new Date(Date.UTC(2021, 0, 1) + index * 60_000);
    await insert(
      'articles',
      indexes.map((index) => ({
        document_id: `plan${index}`,
        title: `${made}, ${index}`,
        slug: `plan-${index}`,
        body: JSON.stringify([
          { type: 'paragraph', children: [{ type: 'text', text: 'word '.repeat(400) }] },
        ]),
        kind: 'news',
        locale: 'en',
        created_at: at(index),
        updated_at: at(index),
        published_at: index % 2 === 0 ? at(index) : null,
        quote_snapshots_key: `plan${index}:en`,
        quote_snapshots_record: index % 2 === 0 ? 'recorded' : null,
      })),
    );
    await insert(
      'quote_snapshots',
      indexes.flatMap((index) =>
        ['XNYS:PLN', `XNYS:P${index}`].map((instrument, position) => ({
          document_id: `plan${index}q${position}`,
          instrument,
          // As wide as a row is: PostgreSQL weighs what the table costs against what an index costs.
          name: `Company ${index} Incorporated`,
          provider: 'file',
          attribution: 'Quotes of a provider whose credit must be shown beside each of them',
          reason: `Taken 14 minutes after publication. ${'No provider answered in time. '.repeat(6)}`,
          state: 'captured',
          related_type: ARTICLE,
          related_document_id: `plan${index}`,
          related_key: `plan${index}:en`,
          current: true,
          position,
          announced_at: at(index),
          captured_at: at(index),
          created_at: at(index),
          updated_at: at(index),
          published_at: at(index),
        })),
      ),
    );
    // One that a tenth of the articles have, and one that all have.
    const idsOf = async (table: string, rows: Record<string, unknown>[]): Promise<number[]> => {
      await insert(
        table,
        rows.map((row) => ({ ...row, created_at: at(0), updated_at: at(0), published_at: at(0) })),
      );
      const documentIds = rows.map((row) => row.document_id as string);
      const found: { id: number }[] = await knex(table)
        .select('id')
        .whereIn('document_id', documentIds)
        .orderBy('id');
      return found.map(({ id }) => id);
    };
    const tickers = await idsOf('tickers', [
      { document_id: 'planticker', symbol: 'PLN', mic: 'XNYS' },
      { document_id: 'plantickers', symbol: 'PLNALL', mic: 'XNYS' },
    ]);
    const companies = await idsOf('companies', [
      { document_id: 'plancompany', name: made, slug: 'plan-company', locale: 'en' },
      { document_id: 'plancompanies', name: made, slug: 'plan-companies', locale: 'en' },
    ]);
    const ids: { id: number }[] = await knex('articles')
      .select('id')
      .where('title', 'like', `${made}, %`)
      .orderBy('id');
    const links = (column: string, [some, all]: number[]) =>
      ids.flatMap(({ id }, index) =>
        (index % 10 === 0 ? [some, all] : [all]).map((target) => ({
          article_id: id,
          [column]: target,
          article_ord: index,
        })),
      );
    await insert('articles_tickers_lnk', links('ticker_id', tickers));
    await insert('articles_companies_lnk', links('company_id', companies));
    // What autovacuum does, and the newsroom every hour.
    await knex.raw(database === 'postgres' ? 'vacuum analyze' : 'analyze');
  };

  const takeAway = async (): Promise<void> => {
    const { strapi } = newsroom();
    const knex = strapi.db.connection;
    const ids = knex('articles').select('id').where('title', 'like', `${made}, %`);
    await knex('articles_tickers_lnk').whereIn('article_id', ids).delete();
    await knex('articles_companies_lnk').whereIn('article_id', ids).delete();
    await knex('articles').where('title', 'like', `${made}, %`).delete();
    await knex('quote_snapshots').where('document_id', 'like', 'plan%').delete();
    await knex('tickers').where('symbol', 'like', 'PLN%').delete();
    await knex('companies').where('slug', 'like', 'plan-compan%').delete();
  };

  beforeAll(fill, 120_000);
  afterAll(takeAway, 60_000);

  /** What a request asks of articles and of the record, and how the database finds it. */
  const plansOf = async (ask: () => Promise<{ status: number }>): Promise<string[]> => {
    const { statements, status } = await watchStatements(newsroom(), ask);
    expect(status).toBe(200);
    const ours = statements.filter(({ sql }) => /articles|quote_snapshots/.test(sql));
    expect(ours.length).toBeGreaterThan(0);
    return (await Promise.all(ours.map((statement) => explain(newsroom().strapi, statement)))).flat();
  };
  const get = (address: string) => plansOf(async () => newsroom().http().get(address));
  const ask = (query: string) =>
    plansOf(async () => {
      const answer = await newsroom().http().post('/graphql').send({ query });
      expect(answer.body.errors).toBeUndefined();
      return answer;
    });

  /** Lines of plans that read a whole table, or sort what no index has in order. */
  const whole = (plan: string[]): string[] =>
    plan.filter((line) =>
      /SCAN (?:t\d+|links)$|Seq Scan on (?:articles|quote_snapshots) |Bitmap Heap Scan on articles /.test(
        line,
      ),
    );
  const sorts = (plan: string[]): string[] =>
    plan.filter((line) => /TEMP B-TREE FOR ORDER|Sort Key/.test(line));

  it.each([
    `/api/articles?${NEWEST}`,
    `/api/articles?${NEWEST}&locale=*`,
    `/api/articles?${NEWEST}&filters[kind]=news`,
    '/api/articles?sort=updatedAt:desc&fields=title&pagination[pageSize]=20',
    '/api/articles?sort=createdAt:desc&fields=title&pagination[pageSize]=20',
    '/api/articles?fields=title&pagination[pageSize]=20',
    '/api/quote-snapshots?sort=capturedAt:desc&pagination[pageSize]=20&pagination[withCount]=false',
    '/api/quote-snapshots?sort=createdAt:desc&pagination[pageSize]=20&pagination[withCount]=false',
    '/api/quote-snapshots?sort=updatedAt:desc&pagination[pageSize]=20&pagination[withCount]=false',
    '/api/quote-snapshots?filters[instrument]=XNYS:PLN&sort=capturedAt:desc&pagination[withCount]=false',
  ])('reads the page that is asked for, and sorts nothing: %s', async (address) => {
    const plan = await get(address);
    expect({ whole: whole(plan), sorts: sorts(plan) }).toEqual({ whole: [], sorts: [] });
  });

  it.each([
    `{ articles(sort: "publishedAt:desc", pagination: { limit: 20 }) { title body } }`,
    `{ articles_connection(sort: "publishedAt:desc", pagination: { limit: 20 }) { nodes { title } } }`,
    `{ quoteSnapshots(sort: "capturedAt:desc", pagination: { limit: 20 }) { instrument } }`,
  ])('does so over GraphQL: %s', async (query) => {
    const plan = await ask(query);
    expect({ whole: whole(plan), sorts: sorts(plan) }).toEqual({ whole: [], sorts: [] });
  });

  it.each([
    `/api/articles?${NEWEST}&filters[tickers][mic]=XNYS&filters[tickers][symbol]=PLN`,
    `/api/articles?${NEWEST}&filters[companies][slug]=plan-company`,
    `/api/articles?${NEWEST}&filters[$and][0][tickers][symbol]=PLN&filters[$and][1][companies][slug]=plan-company`,
    `/api/articles?${NEWEST}&pagination[page]=50&pagination[withCount]=false`,
    '/api/articles?filters[slug]=plan-8&populate=quoteSnapshots',
    '/api/quote-snapshots?filters[relatedDocumentId]=plan8&sort=capturedAt:desc',
  ])('starts at what is asked for, not at all there is: %s', async (address) => {
    expect(whole(await get(address))).toEqual([]);
  });

  it('does so over GraphQL, for a ticker’s articles and the articles of a ticker', async () => {
    const plan = await ask(`{
      articles(filters: { tickers: { symbol: { eq: "PLN" } } }, sort: "publishedAt:desc") { title }
      tickers(filters: { symbol: { eq: "PLN" } }) { articles(sort: "publishedAt:desc", pagination: { limit: 5 }) { title } }
    }`);
    expect(whole(plan)).toEqual([]);
  });

  it('reads the totals of articles from an index alone', async () => {
    const totals = async (filters: string) => {
      const { statements } = await watchStatements(newsroom(), async () =>
        newsroom().http().get(`/api/articles?${NEWEST}${filters}`),
      );
      const counts = statements.filter(({ sql }) => /count\(.* from .*articles/.test(sql));
      expect(counts).toHaveLength(1);
      return (await explain(newsroom().strapi, counts[0]!)).filter((line) =>
        /articles_published_/.test(line),
      );
    };
    for (const filters of ['', '&filters[tickers][symbol]=PLN', '&filters[companies][slug]=plan-company'])
      expect((await totals(filters)).join('\n')).toMatch(/COVERING INDEX|Index Only Scan/);
  });

  it.each(['', 'filters[relatedDocumentId]=plan8'])(
    'reads the totals of the record from indexes alone: %s',
    async (filter) => {
      const { statements } = await watchStatements(newsroom(), async () =>
        newsroom().http().get(`/api/quote-snapshots?sort=capturedAt:desc&pagination[pageSize]=20&${filter}`),
      );
      const counts = statements.filter(({ sql }) => /count\(.* from .*quote_snapshots/.test(sql));
      expect(counts).toHaveLength(1);
      const lines = (await explain(newsroom().strapi, counts[0]!)).filter((line) =>
        /(?:SEARCH|SCAN) |Scan (?:using|on) /.test(line),
      );
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !/COVERING INDEX|Index Only Scan/.test(line))).toEqual([]);
    },
  );

  it('counts only where a total is asked for', async () => {
    const { statements: rest } = await watchStatements(newsroom(), async () =>
      newsroom().http().get(`/api/articles?${NEWEST}&pagination[withCount]=false`),
    );
    const { statements: graphql } = await watchStatements(newsroom(), async () =>
      newsroom().http().post('/graphql').send({ query: '{ articles_connection { nodes { title } } }' }),
    );
    expect([...rest, ...graphql].filter(({ sql }) => /count\(.*articles/.test(sql))).toEqual([]);
  });

  it('finds what the sweep looks for by index', async () => {
    const { strapi } = newsroom();
    const { statements } = await watchStatements(newsroom(), async () => {
      await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
      return { status: 200 };
    });
    const sweeps = statements.filter(({ sql }) =>
      /from .*articles.*quote_snapshots_record. is null/.test(sql),
    );
    expect(sweeps).toHaveLength(1);
    const plan = await explain(newsroom().strapi, sweeps[0]!);
    expect(plan.join('\n')).toMatch(/articles_quotes_(?:unrecorded|record_idx)/);
    expect(whole(plan)).toEqual([]);
  });

  it('counts what wants a person from an index that holds nothing else', async () => {
    const { adminToken, http } = newsroom();
    const plan = await plansOf(async () =>
      http().get('/quote-snapshots/attention').set('authorization', `Bearer ${adminToken}`),
    );
    const lines = plan.filter((line) => /quote_snapshots/.test(line) && /SEARCH|SCAN|Scan/.test(line));
    expect(lines.join('\n')).toMatch(
      /COVERING INDEX quote_snapshots_troubled|Scan .*quote_snapshots_troubled/,
    );
    expect(whole(plan)).toEqual([]);
  });

  it('answers the same articles, in the same order, page by page, with their number', async () => {
    const page = async (filters: string, number: number) =>
      (await newsroom().http().get(`/api/articles?${NEWEST}&pagination[page]=${number}${filters}`)).body;
    for (const filters of [
      '&filters[tickers][symbol]=PLN',
      '&filters[companies][slug][$in][0]=plan-company',
    ]) {
      const pages = [await page(filters, 1), await page(filters, 2)];
      // Every tenth of the rows, of which all have even numbers: all are published.
      expect(pages[0].meta.pagination).toMatchObject({ total: MANY / 10, page: 1, pageCount: MANY / 200 });
      const numbers = pages.flatMap(({ data }) => data.map((one: { documentId: string }) => one.documentId));
      expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => `plan${MANY - 10 - index * 10}`));
    }
  });

  it('joins still where a filter is passed by what has no relation', async () => {
    const alone = await publishArticle(newsroom(), ['Names nothing.'], { title: `${made}, alone` });
    const found = async (filter: string) => {
      const answer = await newsroom()
        .http()
        .get(`/api/articles?filters[title]=${encodeURI(`${made}, alone`)}&${filter}`);
      return answer.body.data.map(({ documentId }: { documentId: string }) => documentId);
    };
    expect(await found('filters[tickers][symbol][$null]=true')).toEqual([alone]);
    expect(await found('filters[tickers][symbol][$ne]=PLN')).toEqual([]);
    expect(await found(`filters[$or][0][tickers][symbol]=PLN&filters[$or][1][documentId]=${alone}`)).toEqual([
      alone,
    ]);
    expect(await found('filters[tickers][symbol]=PLN')).toEqual([]);
  });

  it('tells nobody of drafts through a subquery', async () => {
    const draft = await newsroom()
      .strapi.db.query(ARTICLE)
      .findOne({ where: { title: `${made}, 1` } });
    const ticker = await newsroom()
      .strapi.db.query('api::ticker.ticker')
      .findOne({ where: { symbol: 'PLN' } });
    await newsroom()
      .strapi.db.connection('articles_tickers_lnk')
      .insert({ article_id: draft.id, ticker_id: ticker.id });
    const found = async (name: string) =>
      (
        await newsroom()
          .http()
          .get(`/api/tickers?filters[articles][title]=${encodeURI(name)}`)
      ).body.data.length;
    expect(await found(`${made}, 1`)).toBe(0);
    // The one that a tenth of the articles have, and the one that all have.
    expect(await found(`${made}, 0`)).toBe(2);
  });

  it('keeps its indexes when Strapi changes the tables', async () => {
    const { strapi } = newsroom();
    const names = async (uid: string) =>
      (await strapi.db.dialect.schemaInspector.getIndexes(strapi.db.metadata.get(uid).tableName))
        .map(({ name }) => name)
        .filter((name) => /_(?:published|newest)/.test(name));
    const before = [...(await names(ARTICLE)), ...(await names(SNAPSHOT))];
    expect(before.length).toBeGreaterThan(10);
    // On SQLite, both of these make the table anew.
    await strapi.db.connection.schema.alterTable(
      'articles',
      (table) => void table.string('added_for_a_test'),
    );
    await strapi.db.connection.schema.alterTable(
      'articles',
      (table) => void table.text('added_for_a_test').alter(),
    );
    await strapi.db.connection.schema.alterTable(
      'articles',
      (table) => void table.dropColumn('added_for_a_test'),
    );
    await strapi.db.schema.syncSchema();
    expect([...(await names(ARTICLE)), ...(await names(SNAPSHOT))]).toEqual(before);
  });
};
