import fc from 'fast-check';
import { createToken } from '../../../src/newsroom/access/create-token';
import { TOKENS } from '../../../src/newsroom/access/tokens';
import { publishArticle, title } from '../../support/articles';
import { secretsOfEnvironment } from '../../support/secrets';
import type { Suite } from '.';

/** The same requests at every run; another seed tries others. */
const RUNS = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_124),
  numRuns: Number(process.env.FUZZ_RUNS ?? 250),
};

const PATHS = [
  '/api/articles',
  '/api/articles/nosuchentry',
  '/api/articles/nosuchentry/draft',
  '/api/companies',
  '/api/tickers',
  '/api/disclaimers',
  '/api/disclaimer-wordings',
  '/api/quote-snapshots',
  '/api/quote-snapshots/latest',
  '/api/upload/files',
  '/api/users',
];

const ATTRIBUTES = [
  ...['title', 'slug', 'body', 'kind', 'cover', 'tickers', 'companies', 'disclaimers', 'appliedDisclaimers'],
  ...['quoteSnapshots', 'quoteSnapshotsKey', 'localizations', 'createdBy', 'updatedBy', 'publishedAt', 'id'],
  ...['documentId', 'locale', 'symbol', 'price', 'relatedKey', 'currentKey', 'password', 'role', 'articles'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__component', 'on', '*', ''],
];
const OPERATORS = [
  ...[
    '$eq',
    '$ne',
    '$in',
    '$notIn',
    '$lt',
    '$gte',
    '$between',
    '$contains',
    '$startsWith',
    '$null',
    '$notNull',
  ],
  ...['$and', '$or', '$not', '$eqi', '$jsonSupersetOf', '$where', '$regex', '$nosuch', '$'],
];
const VALUES = [
  ...[
    '1',
    '-1',
    '0',
    'true',
    'null',
    'undefined',
    'NaN',
    '1e309',
    '99999999999999999999',
    '2026-13-45',
    '{}',
    '[]',
  ],
  ...[
    "' OR '1'='1",
    '"; DROP TABLE articles; --',
    "1') UNION SELECT password FROM admin_users --",
    '%',
    '\\',
    '$1',
  ],
  ...[
    '../../etc/passwd',
    '${7*7}',
    '<script>',
    '\u0000',
    '\ud800',
    'ı',
    'x'.repeat(3_000),
    '*',
    'draft',
    'asc',
    '[object Object]',
  ],
];
const PARAMETERS = [
  ...['filters', 'populate', 'sort', 'fields', 'pagination', 'locale', 'status', '_q', 'publicationFilter'],
  ...[
    'hasPublishedVersion',
    'publicationState',
    'instruments',
    'lookup',
    'data',
    '__proto__',
    'constructor',
    'where',
  ],
];

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ATTRIBUTES) },
  { weight: 3, arbitrary: fc.constantFrom(...OPERATORS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'filters',
      'populate',
      'sort',
      'fields',
      'page',
      'pageSize',
      'start',
      'limit',
      'withCount',
      '0',
      '1',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 3, arbitrary: word },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

/** Half a surrogate pair is no text that could be sent. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** `filters[title][$eq]=1`, well-formed in its brackets only. */
const parameter = fc
  .tuple(fc.constantFrom(...PARAMETERS), fc.array(word, { maxLength: 5 }), value)
  .map(([name, keys, given]) => {
    const encode = (text: string) => encodeURIComponent(wellFormed(text));
    return `${encode(name)}${keys.map((key) => `[${encode(key)}]`).join('')}=${encode(given)}`;
  });
const query = fc.array(parameter, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('&'));

/** What no answer may have in it: ways of the inside, and whatever is secret. */
const INSIDE =
  /node_modules|SQLITE_|syntax error at or near|\bselect\b.+\bfrom\b|at Object\.|dist\/src|stack"/i;

export const hostileRequests: Suite = (newsroom) => {
  let preview: string;
  let secrets: string[];
  beforeAll(async () => {
    const { strapi } = newsroom();
    await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await strapi
      .documents('api::article.article')
      .create({ data: { title: `Unpublished-merger ${title()}` } });
    await strapi.db.query('admin::api-token').deleteMany({ where: { name: TOKENS.preview.name } });
    preview = `Bearer ${await createToken(strapi, 'preview')}`;
    secrets = secretsOfEnvironment();
    for (const transport of strapi.log.transports) transport.silent = true;
  });
  afterAll(() => {
    for (const transport of newsroom().strapi.log.transports) transport.silent = false;
  });

  /** @param asked what the request itself said: an answer may repeat it */
  const expectHarmless = (status: number, text: string, asked: string): void => {
    if (status >= 500) throw new Error(`${status}: ${text.slice(0, 300)}`);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    if (!INSIDE.test(asked)) expect(text).not.toMatch(INSIDE);
    if (!asked.includes('Unpublished-merger')) expect(text).not.toContain('Unpublished-merger');
  };

  it('of REST end without a 500 and without a leak', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PATHS), query, async (path, asked) => {
        const { status, text } = await newsroom().http().get(`${path}?${asked}`);
        expectHarmless(status, text, decodeURIComponent(asked));
      }),
      RUNS,
    );
  }, 120_000);

  it('of REST with the right to drafts end without a 500', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PATHS), query, async (path, asked) => {
        const answer = await newsroom().http().get(`${path}?${asked}`).set('authorization', preview);
        if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text.slice(0, 300)}`);
      }),
      RUNS,
    );
  }, 120_000);

  it.each(
    [
      `populate${'[articles][populate][companies][populate]'.repeat(12)}=*`,
      `filters${'[$not]'.repeat(200)}[title]=x`,
      'pagination[pageSize]=1000000000',
      'pagination[page]=99999999999999999999',
      'pagination[start]=-1',
      'pagination[limit]=-1',
      `filters[$or]${Array.from({ length: 300 }, (_, n) => `[${n}][title]=x`).join('&filters[$or]')}`,
      'sort=title&sort=__proto__:asc',
      'filters[__proto__][isAdmin]=true',
      'populate[createdBy][fields]=password',
      'filters[createdBy][password][$startsWith]=a',
      'filters[body][$contains]=x',
      'filters[price][$gt]=abc',
      'fields=quoteSnapshotsKey',
      'filters[documentId][$in][a][b]=1',
      'filters[id][$eq]=1e999',
      'locale=en%00',
      'locale[]=en&locale[]=es',
      '%',
      '%E0%A4%A',
      '=&=&[]=',
    ].map((asked) => [asked.slice(0, 60), asked]),
  )('GET /api/articles?%s is answered without a 500', async (_name, asked) => {
    const { status, text } = await newsroom().http().get(`/api/articles?${asked}`);
    expectHarmless(status, text, asked);
  });

  it.each(
    [
      '/api/articles/%00',
      '/api/articles/%E0%A4%A',
      '/api/articles/..%2f..%2fusers',
      '/uploads/..%2f..%2fpackage.json',
      `/api/articles/${'x'.repeat(4_000)}`,
      "/api/articles/1'--",
    ].map((path) => [path.slice(0, 60), path]),
  )('GET %s is answered without a 500', async (_name, path) => {
    const { status, text } = await newsroom().http().get(path);
    expectHarmless(status, text, path);
    expect(text).not.toContain('"workspaces"');
  });

  const json = fc.jsonValue({ maxDepth: 4 });
  const data = fc.oneof(
    json,
    fc.dictionary(
      fc.oneof(fc.constantFrom(...ATTRIBUTES), fc.string({ maxLength: 8 })),
      fc.oneof(json, value),
      { maxKeys: 6 },
    ),
  );

  it('that write, with every right, end without a 500', async () => {
    const { strapi, http } = newsroom();
    const token = await strapi
      .service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/api/articles',
          '/api/companies',
          '/api/tickers',
          '/api/disclaimers',
          '/api/quote-snapshots',
        ),
        data,
        async (path, given) => {
          const body = JSON.stringify({ data: given }).replaceAll('\\ud800', '');
          const answer = await http()
            .post(path)
            .set('authorization', `Bearer ${token.accessKey}`)
            .set('content-type', 'application/json')
            .send(body);
          if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text.slice(0, 300)}`);
        },
      ),
      RUNS,
    );
  }, 120_000);

  it.each(
    [
      '{',
      '[]',
      'null',
      '"x"',
      '{"data":null}',
      '{"data":[]}',
      `{"data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      '{"__proto__":{"polluted":true},"data":{}}',
    ].map((body) => [body.slice(0, 60), body]),
  )('POST %s is answered without a 500', async (_name, body) => {
    const { strapi, http } = newsroom();
    const token = await strapi
      .service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    const answer = await http()
      .post('/api/articles')
      .set('authorization', `Bearer ${token.accessKey}`)
      .set('content-type', 'application/json')
      .send(body);
    expectHarmless(answer.status, answer.text, body);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  describe('of GraphQL', () => {
    const FIELDS = [
      'title',
      'slug',
      'price',
      'articles',
      'companies',
      'tickers',
      'quoteSnapshots',
      'createdBy',
      'password',
      '__typename',
      '__schema',
      'documentId',
    ];
    const name = fc.constantFrom(
      'articles',
      'article',
      'companies',
      'tickers',
      'disclaimers',
      'quoteSnapshots',
      'latestQuotes',
      'me',
      'usersPermissionsUsers',
    );
    const literal = fc.oneof(
      fc.constantFrom(
        'null',
        '{}',
        '[]',
        '-1',
        '1e400',
        '"x"',
        'DRAFT',
        'true',
        '{ title: { eq: 1 } }',
        '{ or: [{ not: {} }] }',
        '{ __proto__: {} }',
        '["XNAS:AAPL", null]',
      ),
      fc.string({ maxLength: 10 }).map((text) => JSON.stringify(text)),
      fc.constantFrom(...VALUES).map((text) => JSON.stringify(text)),
    );
    const argument = fc.tuple(
      fc.constantFrom(
        'filters',
        'pagination',
        'sort',
        'status',
        'locale',
        'documentId',
        'instruments',
        'data',
      ),
      literal,
    );
    const field = fc
      .tuple(
        name,
        fc.array(argument, { maxLength: 2 }),
        fc.array(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 3 }),
      )
      .map(([root, args, fields]) => {
        const list = args.map(([key, given]) => `${key}: ${given}`).join(', ');
        return `${root}${list ? `(${list})` : ''} { ${fields.join(' ')} }`;
      });

    it('end without a 500 and without a leak', async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(field, fc.string()), async (asked) => {
          const { status, text } = await newsroom()
            .http()
            .post('/graphql')
            .send({ query: `{ ${wellFormed(asked)} }` });
          expectHarmless(status, text, asked);
          expect(text).not.toContain('INTERNAL_SERVER_ERROR');
        }),
        RUNS,
      );
    }, 120_000);

    it('whose variables are anything at all end without a 500', async () => {
      const document =
        'query ($f: ArticleFiltersInput, $p: PaginationArg, $s: [String], $l: I18NLocaleCode, $n: [String!]) { articles(filters: $f, pagination: $p, sort: $s, locale: $l) { title } latestQuotes(instruments: $n) { data { symbol } } }';
      await fc.assert(
        fc.asyncProperty(
          fc.record({ f: fc.oneof(json, data), p: json, s: json, l: json, n: json }, { requiredKeys: [] }),
          async (variables) => {
            const { status, text } = await newsroom()
              .http()
              .post('/graphql')
              .send({ query: document, variables });
            expectHarmless(status, text, JSON.stringify(variables));
            expect(text).not.toContain('INTERNAL_SERVER_ERROR');
          },
        ),
        RUNS,
      );
    }, 120_000);
  });
};
