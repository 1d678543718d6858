import type { Struct } from '@strapi/strapi';
import { createToken } from '../../../src/newsroom/access/create-token';
import { TOKENS } from '../../../src/newsroom/access/tokens';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import { everyRoute } from '../../support/every-route';
import { secretsOfEnvironment } from '../../support/secrets';
import type { Suite } from '.';

/** In every text that nobody outside may read. */
const SECRET = 'Unpublished-merger';

const TYPES: Readonly<Record<string, string>> = {
  '/api/articles': ARTICLE,
  '/api/companies': 'api::company.company',
  '/api/tickers': 'api::ticker.ticker',
  '/api/disclaimers': 'api::disclaimer.disclaimer',
  '/api/disclaimer-wordings': 'api::disclaimer-wording.disclaimer-wording',
  '/api/quote-snapshots': 'plugin::quote-snapshots.quote-snapshot',
};

/** Every answer of the content API, looked through for what must not be in it. */
export const answers: Suite = (newsroom) => {
  let documentId: string;
  let frontend: string;

  beforeAll(async () => {
    const { strapi } = newsroom();
    const disclaimers = strapi.documents('api::disclaimer.disclaimer');
    const data = { name: 'Shown', key: 'shown', text: 'Shown.', appliesTo: 'every-article' as const };
    await disclaimers.create({ data, status: 'published' });
    const company = await strapi.documents('api::company.company').create({ data: { name: title() } });
    const symbol = `WALK${process.pid % 1000}`;
    const ticker = await strapi
      .documents('api::ticker.ticker')
      .create({ data: { symbol, mic: 'XNAS', company: company.documentId } });
    documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { tickers: [ticker.documentId] });
    await strapi
      .documents(ARTICLE)
      .update({ documentId, data: { summary: SECRET, body: body(SECRET), companies: [company.documentId] } });
    await strapi.documents(ARTICLE).create({ data: { title: SECRET, companies: [company.documentId] } });
    await strapi.db.query('admin::api-token').deleteMany({ where: { name: TOKENS.frontend.name } });
    frontend = `Bearer ${await createToken(strapi, 'frontend')}`;
  });
  afterAll(async () => {
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
    await newsroom().strapi.db.query('api::disclaimer.disclaimer').deleteMany({ where: {} });
  });

  const modelOf = (uid: string): Struct.ContentTypeSchema | undefined =>
    Object.values(newsroom().strapi.contentTypes).find((type) => type.uid === uid);

  /** Paths of attributes that are private, or that the type does not have, in an entry and all that it leads to. */
  const faults = (entry: unknown, uid: string, where: string): string[] => {
    if (Array.isArray(entry)) return entry.flatMap((one, n) => faults(one, uid, `${where}[${n}]`));
    const model = modelOf(uid);
    if (typeof entry !== 'object' || entry === null || !model) return [];
    return Object.entries(entry).flatMap(([name, value]): string[] => {
      if (name === 'id' || name === 'documentId') return [];
      const attribute = model.attributes[name] as
        | { private?: boolean; target?: string; type: string }
        | undefined;
      if (!attribute || attribute.private) return [`${where}.${name}`];
      const target = attribute.type === 'media' ? 'plugin::upload.file' : attribute.target;
      return target ? faults(value, target, `${where}.${name}`) : [];
    });
  };
  const expectClean = (text: string): void => {
    const secrets = secretsOfEnvironment();
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toContain(SECRET);
  };

  /** Everything that leads on, two steps deep. */
  const populates = (uid: string): string[] => {
    const relations = Object.entries(modelOf(uid)?.attributes ?? {})
      .filter(([, { type }]) => type === 'relation' || type === 'media')
      .map(([name]) => name);
    return ['', '?populate=*', ...relations.map((name) => `?populate[${name}][populate]=*`)];
  };

  it.each(Object.entries(TYPES))('%s has no private field, no draft and no key in it', async (path, uid) => {
    let entries = 0;
    for (const authorization of [undefined, frontend]) {
      for (const query of populates(uid)) {
        for (const url of [
          `${path}${query}`,
          ...(uid === ARTICLE ? [`${path}/${documentId}${query}`] : []),
        ]) {
          const request = newsroom().http().get(url);
          if (authorization) void request.set('authorization', authorization);
          const answer = await request;
          expectClean(answer.text);
          if (answer.status !== 200) continue;
          entries += 1;
          expect(faults(answer.body.data, uid, url)).toEqual([]);
        }
      }
    }
    expect(entries).toBeGreaterThan(2);
  });

  it('no other endpoint that may be read has one either', async () => {
    const others = everyRoute(newsroom().strapi).filter(
      ({ method, api }) => api === 'content' && method === 'GET',
    );
    expect(others.length).toBeGreaterThan(20);
    for (const { path } of others) {
      for (const id of ['nosuchentry', documentId]) {
        const answer = await newsroom().http().get(path.replace(/:\w+/g, id)).set('authorization', frontend);
        expectClean(answer.text);
      }
    }
  });

  it('GraphQL has none, whatever is asked of a type', async () => {
    const ask = async (query: string) => (await newsroom().http().post('/graphql').send({ query })).body;
    const type = 'name kind ofType { name kind ofType { name kind ofType { name kind } } }';
    const { data } = await ask(
      `{ __schema { types { name kind fields { name args { type { kind } } type { ${type} } } } } }`,
    );
    interface Kind {
      name: string | null;
      kind: string;
      ofType: Kind | null;
    }
    interface GraphqlType {
      name: string;
      fields: { name: string; type: Kind }[] | null;
    }
    const types: GraphqlType[] = data.__schema.types;
    const leaf = (kind: Kind): Kind => (kind.ofType ? leaf(kind.ofType) : kind);
    const scalars = (name: string): string[] =>
      (types.find((one) => one.name === name)?.fields ?? [])
        .filter((field) => ['SCALAR', 'ENUM'].includes(leaf(field.type).kind))
        .map((field) => field.name);
    const privateNames = Object.values(newsroom().strapi.contentTypes).flatMap(({ uid, attributes }) =>
      Object.entries<{ private?: boolean }>(attributes).flatMap(([name, { private: hidden }]) =>
        hidden && Object.values(TYPES).includes(uid) && name !== 'locale' && name !== 'localizations'
          ? [name]
          : [],
      ),
    );
    const names = [
      'Article',
      'Company',
      'Ticker',
      'Disclaimer',
      'DisclaimerWording',
      'QuoteSnapshotsQuoteSnapshot',
    ];
    for (const name of names) {
      const fields = types.find((one) => one.name === name)?.fields?.map((field) => field.name) ?? [];
      expect(fields.length).toBeGreaterThan(3);
      expect(fields.filter((field) => privateNames.includes(field))).toEqual([]);
    }
    const all = (name: string) => scalars(name).join(' ');
    const answer = await ask(
      `{ articles(pagination: { limit: 5 }) { ${all('Article')} companies(pagination: { limit: 5 }) { ${all('Company')} articles(pagination: { limit: 5 }) { ${all('Article')} } } disclaimers { ${all('Disclaimer')} } appliedDisclaimers { ${all('DisclaimerWording')} } quoteSnapshots { ${all('QuoteSnapshotsQuoteSnapshot')} } localizations { ${all('Article')} } } tickers(pagination: { limit: 5 }) { ${all('Ticker')} company { articles(pagination: { limit: 5 }) { ${all('Article')} } } } }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data.articles.length).toBeGreaterThan(0);
    expectClean(JSON.stringify(answer));
  });

  it.each([
    ['picture.png', 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'), [201]],
    ['report.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n'), [201]],
    [
      'drawing.svg',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      [400],
    ],
    ['page.html', 'text/html', Buffer.from('<html><script>alert(1)</script></html>'), [400]],
    ['run.exe', 'application/octet-stream', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), [400]],
  ])('an upload of %s as %s is answered rightly', async (name, contentType, content, expected) => {
    const token = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    const answer = await newsroom()
      .http()
      .post('/api/upload')
      .set('authorization', `Bearer ${token.accessKey}`)
      .attach('files', content, { filename: name, contentType });
    expect(expected).toContain(answer.status);
    if (answer.status === 201)
      await newsroom().strapi.plugin('upload').service('upload').remove(answer.body[0]);
  });
};
