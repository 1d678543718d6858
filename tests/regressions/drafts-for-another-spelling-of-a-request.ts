import { PUBLIC_ACTIONS } from '../../src/newsroom/access/public-permissions';
import { READ_DRAFTS } from '../../src/newsroom/access/tokens';
import { authorizeToken } from '../support/api-token';
import type { Suite } from '../support/describe-newsroom';
import { plantDrafts, uprootDrafts, type PlantedDrafts } from '../support/planted-drafts';
import { serveRaw, type RawRequest, type RawServer } from '../support/raw-request';

const WRITES = ['article', 'company', 'ticker', 'briefing', 'disclaimer'].flatMap((name) =>
  ['create', 'update', 'delete'].map((action) => `api::${name}.${name}.${action}`),
);

/** Addresses that Strapi's router takes for the same route, and some that it may one day take. */
const spellings = (path: string): string[] => [
  path,
  `${path}/`,
  path.toUpperCase(),
  path.replace(/\w/, (letter) => letter.toUpperCase()),
  `/${path}`,
  path.replace(/(.)\//g, '$1//'),
  `/.${path}`,
  `/x/..${path}`,
  `${path}/.`,
  `${path}/x/..`,
  path.replace(/\w/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  path.replace(/.$/, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`),
  `${path}%2F`,
  `${path};x=1`,
  `${path}%00`,
  `${path}.json`,
];

const DRAFT_QUERIES = [
  'status=draft',
  'STATUS=draft',
  'Status=DRAFT',
  'status=%64raft',
  'st%61tus=draft',
  'status[]=draft',
  'status[0]=draft',
  'status[$eq]=draft',
  'status=draft&status=published',
  'status=published&status=draft',
  'status=draft%20',
  'status=draft;status=published',
  'publicationState=preview',
  '_publicationState=preview',
  'status=draft&publicationFilter=modified',
  'status=draft&locale=*',
  'locale=de&status=draft',
  'locale=de',
  'status',
  'status=',
  'filters[publishedAt][$null]=true',
  'filters[$or][0][publishedAt][$null]=true&filters[$or][1][id][$notNull]=true',
  'filters[$not][publishedAt][$notNull]=true',
  'populate=*',
  'populate=localizations&locale=en',
  'populate[localizations][fields][0]=title&populate[localizations][populate]=*',
  'populate[localizations]=*&status=draft',
  'fields[0]=title&fields[1]=summary&status=draft',
];

const POPULATES = [
  'populate=*',
  'populate=articles',
  'populate[]=articles',
  'populate[0]=articles&populate[1]=logo',
  'populate[articles]=*',
  'populate[articles]=true',
  'populate[articles][status]=draft',
  'populate[articles][populate]=*',
  'populate[articles][populate][companies][populate]=articles',
  'populate[articles][count]=true',
  'populate[articles][filters][publishedAt][$null]=true',
  'populate[articles][sort]=title',
  'populate=articles.companies.articles',
  'populate=logo.related',
  'populate[logo][populate]=related',
  'populate[logo][populate]=*',
  'populate[logo][populate][related]=true',
  'populate[logo][populate][related][on][api::article.article][fields][0]=title',
  'populate[logo][populate][related][populate]=*',
  'populate[tickers][populate]=articles',
  'status=draft&populate=articles',
];

const GRAPHQL: { query: string; variables?: object; operationName?: string }[] = [
  { query: '{ articles(status: DRAFT) { title summary byline } }' },
  { query: 'query Q { a: articles(status: DRAFT) { title } b: articles { title } }', operationName: 'Q' },
  { query: 'query Q($s: PublicationStatus) { articles(status: $s) { title } }', variables: { s: 'DRAFT' } },
  { query: 'query Q($s: PublicationStatus = DRAFT) { articles(status: $s) { title } }' },
  { query: 'fragment F on Article { title summary } { articles(status: DRAFT) { ...F } }' },
  { query: 'fragment F on Query { articles(status: DRAFT) { title } } query { ...F }' },
  { query: '{ ... on Query { articles(status: DRAFT) { ... on Article { title } } } }' },
  { query: '{ articles_connection(status: DRAFT) { nodes { title } pageInfo { total } } }' },
  { query: '{ companies(status: DRAFT) { articles { title summary } } }' },
  { query: '{ companies { articles_connection { nodes { title summary } } } }' },
  { query: '{ companies { tickers { articles { title summary companies { articles { title } } } } } }' },
  { query: '{ companies { logo { related { ... on Article { title summary } } } } }' },
  {
    query:
      '{ articles { title localizations { title summary } localizations_connection { nodes { title } } } }',
  },
  { query: '{ articles(locale: "de") { title } }' },
  { query: '{ articles(filters: { publishedAt: { null: true } }) { title } }' },
  { query: '{ companies { articles(filters: { publishedAt: { null: true } }, sort: "title") { title } } }' },
  { query: '{ articles(publicationFilter: MODIFIED) { title } }' },
  { query: '{ companies(publicationFilter: MODIFIED) { articles { title } } }' },
  { query: '{ companies(hasPublishedVersion: false) { articles { title } } }' },
  { query: '{ briefings(status: DRAFT) { title parts { ... on ComponentTestSection { heading } } } }' },
  {
    query: 'query A { articles { title } } query B { articles(status: DRAFT) { title } }',
    operationName: 'B',
  },
  { query: 'query A { articles(status: DRAFT) { title } } mutation B { __typename }', operationName: 'A' },
  { query: 'mutation { __typename } query A { articles(status: DRAFT) { title } }', operationName: 'A' },
];

/** Requests that read, over every road and in every spelling; none of them may tell of a draft. */
const readingRequests = ({
  draft,
  published,
  company,
  briefing,
  ticker,
  file,
}: PlantedDrafts): RawRequest[] => {
  const get = (path: string): RawRequest => ({ method: 'GET', path });
  const list = spellings('/api/articles').flatMap((path) => [`${path}?status=draft`, `${path}?populate=*`]);
  const byQuery = DRAFT_QUERIES.flatMap((query) => [
    `/api/articles?${query}`,
    `/api/articles/${draft}?${query}`,
    `/api/articles/${published}?${query}`,
  ]);
  const populated = POPULATES.flatMap((query) => [
    `/api/companies/${company}?${query}`,
    `/api/tickers/${ticker}?${query}`,
  ]);
  const ofDrafts = [
    `/api/articles/${draft}/draft`,
    `/api/articles/${draft}/DRAFT/`,
    `/api/articles/x/../${draft}/draft`,
    `/api/briefings?status=draft&populate=*`,
    `/api/briefings/${briefing}?status=draft&populate[parts][populate]=*`,
    `/api/briefings?populate[parts][on][test.section][populate]=about`,
    `/api/upload/files?populate=related`,
    `/api/upload/files/${file}?populate=related`,
    `/api/quote-snapshots?populate=*`,
    '/preview?status=draft',
    `/content-manager/collection-types/api::article.article/${draft}`,
    `/upload/files?populate=related`,
  ];
  const heads = [`/api/articles?status=draft`, `/api/articles/${draft}`].map((path) => ({
    method: 'HEAD',
    path,
  }));
  const overriding = ['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method'].flatMap((header) => [
    { method: 'POST', path: '/api/articles?status=draft&populate=*', headers: { [header]: 'GET' }, body: {} },
    { method: 'GET', path: '/api/articles?status=draft', headers: { [header]: 'PUT' } },
  ]);
  const graphql = GRAPHQL.flatMap((operation) => [
    { method: 'POST', path: '/graphql', body: operation },
    { method: 'POST', path: '/GraphQL/', body: operation },
    { method: 'POST', path: '/graphql', body: [operation, operation] },
    {
      method: 'GET',
      path: `/graphql?${new URLSearchParams({
        query: operation.query,
        ...(operation.operationName ? { operationName: operation.operationName } : {}),
        ...(operation.variables ? { variables: JSON.stringify(operation.variables) } : {}),
      }).toString()}`,
      headers: { 'apollo-require-preflight': 'true' },
    },
  ]);
  const [first] = GRAPHQL;
  const graphqlSpelt = spellings('/graphql').map((path) => ({ method: 'POST', path, body: first }));
  const graphqlByOtherMethods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'].map((method) => ({
    method,
    path: '/graphql',
    body: first,
  }));
  return [
    ...[...list, ...byQuery, ...populated, ...ofDrafts].map(get),
    ...heads,
    ...overriding,
    ...graphql,
    ...graphqlSpelt,
    ...graphqlByOtherMethods,
    {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'apollo-require-preflight': 'true' },
      body: `query=${encodeURIComponent(first!.query)}`,
    },
  ];
};

/**
 * `/graphql` refused drafts; `/graphql/` and `/GraphQL`, which the router takes as well, gave them to anyone: a path was
 * compared as text. Every road is gone down here in every spelling, and no answer may have a draft's words in it.
 */
export const regression: Suite = (newsroom) => {
  let planted: PlantedDrafts;
  let server: RawServer;
  const callers: Record<string, string | undefined> = {};
  const levels = () => newsroom().strapi.log.transports;

  beforeAll(async () => {
    const { strapi } = newsroom();
    // Malformed requests are logged by the hundred.
    for (const transport of levels()) transport.silent = true;
    planted = await plantDrafts(newsroom());
    server = await serveRaw(strapi);
    const role: { id: number } = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } });
    for (const action of [...PUBLIC_ACTIONS, 'api::briefing.briefing.find', ...WRITES]) {
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    }
    const user: { id: number } = await strapi
      .plugin('users-permissions')
      .service('user')
      .add({
        username: `reader${process.pid}`,
        email: `reader${process.pid}@example.com`,
        password: 'Sufficiently-long-1',
        provider: 'local',
        confirmed: true,
        blocked: false,
        role: role.id,
      });
    const jwt: string = strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
    Object.assign(callers, {
      'a visitor': undefined,
      'a frontend': await authorizeToken(strapi, 'custom', [
        ...PUBLIC_ACTIONS,
        'api::briefing.briefing.find',
      ]),
      'a token that only writes': await authorizeToken(strapi, 'custom', WRITES),
      'a token that reads and writes': await authorizeToken(strapi, 'custom', [
        ...PUBLIC_ACTIONS,
        ...WRITES,
        'plugin::upload.content-api.find',
        'plugin::upload.content-api.findOne',
      ]),
      'a token that only reads': await authorizeToken(strapi, 'read-only'),
      'a signed-in reader': `Bearer ${jwt}`,
      'a forged token': 'Bearer 0123456789abcdef0123456789abcdef',
      'half a token': 'Bearer',
      'a password': `Basic ${Buffer.from('a:b').toString('base64')}`,
    });
  });
  afterAll(async () => {
    const { strapi } = newsroom();
    await server?.close();
    for (const transport of levels()) transport.silent = false;
    await strapi.db.query('plugin::users-permissions.user').deleteMany({ where: {} });
    const role: { id: number } = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { role: { id: role.id }, action: { $in: [...PUBLIC_ACTIONS, ...WRITES] } } });
    await uprootDrafts(newsroom(), planted);
  });

  const send = (raw: RawRequest, authorization: string | undefined) =>
    server.send({ ...raw, headers: { ...raw.headers, ...(authorization ? { authorization } : {}) } });

  it('shows the words to whoever has the right to drafts, so that looking for them proves something', async () => {
    const { strapi } = newsroom();
    const preview = await authorizeToken(strapi, 'custom', [...PUBLIC_ACTIONS, READ_DRAFTS]);
    // Strapi's full access is every right, this one included.
    for (const authorization of [preview, await authorizeToken(strapi, 'full-access')]) {
      for (const raw of [
        { method: 'GET', path: '/api/articles?status=draft&sort=createdAt:desc' },
        { method: 'GET', path: `/api/articles/${planted.draft}/draft` },
        { method: 'POST', path: '/GraphQL/', body: GRAPHQL[0] },
      ]) {
        expect((await send(raw, authorization)).text).toContain(planted.secret);
      }
    }
  });

  it.each([
    'a visitor',
    'a frontend',
    'a token that only writes',
    'a token that reads and writes',
    'a token that only reads',
    'a signed-in reader',
    'a forged token',
    'half a token',
    'a password',
  ])('tells %s nothing', async (caller) => {
    const told: string[] = [];
    const requests = readingRequests(planted);
    let answered = 0;
    for (const raw of requests) {
      const { status, headers, text } = await send(raw, callers[caller]);
      if (`${headers}${text}`.includes(planted.secret))
        told.push(`${raw.method} ${raw.path} ${JSON.stringify(raw.body)}`);
      if (status === 200) answered += 1;
    }
    expect(told).toEqual([]);
    // Not everything was refused: some of the spellings are of requests that are theirs to send.
    if (/visitor|frontend|reads|signed/.test(caller)) expect(answered).toBeGreaterThan(50);
  });
};
