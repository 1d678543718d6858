import type { Node } from '../../support/node';
import { ask } from '../../support/response-cache';

/** A node of a newsroom whose app has code of its own, see `tests/support/app-code.ts`. */
export interface NodeWithCode {
  node: Node;
  address: string;
  /** Of a token, whose requests are not counted. */
  headers: { authorization: string };
}

/** Code of an app's own: bypassed until it is declared, and then stored for as long as it says. */
export const appCode = (started: () => NodeWithCode): void => {
  const asked = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(started().address, `/api/made-up/${path}`, {
      method,
      headers: { ...started().headers, ...headers },
    });
  const graphql = (fields: string, headers: Record<string, string> = {}) =>
    ask(started().address, '/graphql', {
      query: `{ companies { name ${fields} } }`,
      headers: { ...started().headers, ...headers },
    });

  it.each([
    ['a handler', 'undeclared', 'handler api::made-up.made-up.undeclared'],
    ['a handler without a name', 'function', 'route /made-up/function'],
    ['a policy before a handler of Strapi’s', 'policy', 'policies global::by-hour'],
    ['a middleware before a handler of Strapi’s', 'middleware', 'middlewares global::by-hour'],
    ['a route behind a function of the router', 'behind-router', 'router tenantOf'],
    [
      'a route behind a function of the router for HEAD',
      'behind-head',
      'router route /api/made-up/behind-head',
    ],
    ['a route behind a function for its parameter', 'behind-param/x', 'router param:madeUp'],
    ['a declared handler that varies by a header nobody declared', 'varies', 'vary x-lang'],
    ['a declared handler that varies by everything', 'varies-by-all', 'vary *'],
    ['a declared handler that sets a cookie', 'sets-cookie', 'cookie'],
    ['a declared handler that says no-store', 'says-no-store', 'no-store'],
    ['a declared handler that compresses its answer', 'encoded', 'encoded'],
    ['a route with a strategy of its own', 'by-key', 'strategy by-key'],
    ['a handler that has this server answer another request', 'asks-itself', 'nested-request'],
    ['a handler whose validUntil gives nothing', 'no-limit', 'fault'],
    ['a handler that answers although a statement failed', 'swallows', 'database-error'],
    ['a handler that answers although it got no connection', 'no-connection', 'database-error'],
  ])('%s is not stored', async (_what, path, why) => {
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await asked(path);
      expect([answer.status, answer.cache]).toEqual([200, `bypass; ${why}`]);
    }
  });

  it('what a handler has its own server read inside of a transaction is nobody else’s', async () => {
    const { address, headers } = started();
    const url = '/api/companies?fields=name&filters[slug]=made-up';
    const asking = await asked(`in-a-transaction?url=${encodeURIComponent(url)}`);
    expect(JSON.parse(asking.body).seen).toContain('never committed');
    const answer = await ask(address, url, { headers });
    expect([answer.status, answer.cache]).toEqual([200, 'miss']);
    expect(answer.body).not.toContain('never committed');
  });

  it.each([
    ['one operation', []],
    [
      'an operation whose text is not known yet',
      [{ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }],
    ],
  ])('GraphQL: a batch with %s is not stored', async (_what, more) => {
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask(started().address, '/graphql', {
        method: 'POST',
        body: JSON.stringify([{ query: '{ companies { name } }' }, ...more]),
        headers: { ...started().headers, 'content-type': 'application/json' },
      });
      expect([answer.status, answer.cache]).toEqual([200, 'bypass; batch']);
      expect(JSON.parse(answer.body)[0].data.companies).toContainEqual({ name: 'Made up' });
    }
  });

  it('a handler that an extension has put in the place of Strapi’s, under its name, is not stored', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { address, headers } = started();
      const answer = await ask(address, '/api/i18n/locales', { headers });
      expect([answer.status, answer.cache]).toEqual([
        200,
        'bypass; handler plugin::i18n.locales.listLocales',
      ]);
      expect(JSON.parse(answer.body)[0].at).toEqual(expect.any(Number));
    }
  });

  it('hits pass what Strapi has made of a global middleware, with its configuration', async () => {
    const counts: number[] = [];
    for (const how of ['miss', 'hit', 'hit', 'bypass; head']) {
      const method = how === 'bypass; head' ? 'HEAD' : 'GET';
      const answer = await asked(`by-tenant?counted${method}`, {}, method);
      expect(answer.cache).toBe(how);
      counts.push(Number(answer.headers.get('x-counted')));
    }
    const [first = 0] = counts;
    expect(first).toBeGreaterThanOrEqual(10);
    expect(counts).toEqual([first, first + 10, first + 20, first + 30]);
  });

  it('a declared policy is', async () => {
    expect((await asked('known-policy')).cache).toBe('miss');
    expect((await asked('known-policy')).cache).toBe('hit');
  });

  it.each([
    ['handler', 'by-tenant'],
    ['handler that says so by Vary', 'varies-by-tenant'],
    ['function of the router before a handler of Strapi’s', 'behind-known'],
  ])('a declared %s answers each value of its headers with its own', async (_what, path) => {
    for (const how of ['miss', 'hit']) {
      for (const tenant of ['one', 'two']) {
        const answer = await asked(path, { 'x-tenant': tenant });
        expect([answer.cache, JSON.parse(answer.body).tenant]).toEqual([how, tenant]);
        expect(answer.headers.get('vary')).toMatch(/x-tenant/i);
      }
    }
  });

  it('a declared strategy’s header tells callers apart', async () => {
    for (const how of ['miss', 'hit']) expect((await asked('by-known-key')).cache).toBe(how);
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await asked('by-known-key', { 'x-api-key': 'k' });
      expect([answer.status, answer.cache]).toEqual([200, 'bypass; caller']);
    }
  });

  it('an answer that must not be transformed is not compressed', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const answer = await asked('no-transform', { 'accept-encoding': 'br' });
      expect(answer.cache).toBe(turn === 0 ? 'miss' : 'hit');
      expect(answer.headers.has('content-encoding')).toBe(false);
      // A compressed form is made after the second answer.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('GraphQL: what Apollo refuses as a forgery is refused, though the answer is stored', async () => {
    const { address, headers } = started();
    const path = `/graphql?query=${encodeURIComponent('{ companies { documentId name } }')}`;
    const own = { headers: { ...headers, 'x-own': '1' } };
    for (const how of ['miss', 'hit']) expect((await ask(address, path, own)).cache).toBe(how);
    expect((await ask(address, path, { headers })).status).toBe(400);
    const preflight = { headers: { ...headers, 'apollo-require-preflight': 'true' } };
    expect((await ask(address, path, preflight)).status).toBe(400);
  });

  it('a declared handler’s answer ends when it says, though nothing is written', async () => {
    const first = await asked('until');
    const again = await asked('until');
    expect([first.cache, again.cache, again.body]).toEqual(['miss', 'hit', first.body]);
    await started().node.do('advance', { milliseconds: 1_001 });
    const later = await asked('until');
    expect(later.cache).toBe('miss');
    expect(JSON.parse(later.body).at).toBeGreaterThanOrEqual(JSON.parse(first.body).until);
  });

  it.each([
    ['a new field by nexus', 'companies { coined }', 'Company.coined'],
    ['a field of Strapi’s that nexus resolves', 'companies { slug }', 'Company.slug'],
    ['a query of Strapi’s that nexus resolves', 'disclaimers { name }', 'Query.disclaimers'],
    ['what belongs to a page', 'companies_connection { pageInfo { total } }', 'Pagination.total'],
    ['a plugin of nexus around a resolver', 'companies { legalName }', 'Company.legalName'],
    ['a plugin of nexus that changes what was built', 'companies { website }', 'Company.website'],
    ['an argument that is read by code', 'disclaimerWordings { name }', 'Query.disclaimerWordings'],
    ['a scalar that shows values another way', 'companies { createdAt }', 'Company.createdAt'],
    ['an enum with other values', 'articles { kind }', 'Article.kind'],
    [
      'a union whose members are told apart by code',
      'uploadFiles(filters: { name: { eq: "none" } }) { related { __typename } }',
      'UploadFile.related',
    ],
    ['a resolver over Strapi’s', 'companies { description }', 'Company.description'],
    ['a middleware before a field, by its type', 'companies { country }', 'Company.country'],
    ['a policy before a field, by its type', 'companies { aliases }', 'Company.aliases'],
    ['a schema that is changed once it is built', 'companies { sector }', 'Company.sector'],
  ])('GraphQL: %s is not stored', async (_what, fields, key) => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { headers } = started();
      const answer = await ask(started().address, '/graphql', { query: `{ ${fields} }`, headers });
      expect([answer.status, answer.cache]).toEqual([200, `bypass; resolver ${key}`]);
      expect(JSON.parse(answer.body).errors).toBeUndefined();
    }
  });

  it('GraphQL: a resolver that is replaced after the start is not stored from then on', async () => {
    expect([(await graphql('lei')).cache, (await graphql('lei')).cache]).toEqual(['miss', 'hit']);
    expect((await asked('replace-resolver')).status).toBe(200);
    // Not the text that is stored already.
    const answer = await graphql('lei country: name');
    expect(answer.cache).toBe('bypass; resolver Company.lei');
    expect(JSON.parse(answer.body).data.companies[0].lei).toBe('x');
  });

  it('GraphQL: fields of Strapi’s beside all of that are', async () => {
    const query =
      '{ articles_connection(filters: { title: { contains: "x" } }, sort: "title", pagination: { limit: 2 }) { nodes { title tickers { symbol company { name logo { url } } } quoteSnapshots { price } } pageInfo { page } } }';
    for (const how of ['miss', 'hit'])
      expect((await ask(started().address, '/graphql', { query, headers: started().headers })).cache).toBe(
        how,
      );
  });

  it('a resolver of GraphQL is not stored until it is declared, and then for as long, and by the headers, that it says', async () => {
    for (let turn = 0; turn < 2; turn += 1)
      expect((await graphql('unknown')).cache).toBe('bypass; resolver Company.unknown');
    const first = await graphql('known');
    expect(first.status).toBe(200);
    expect([first.cache, (await graphql('known')).cache]).toEqual(['miss', 'hit']);
    await started().node.do('advance', { milliseconds: 1_001 });
    expect((await graphql('known')).cache).toBe('miss');
    for (const how of ['miss', 'hit'])
      for (const tenant of ['one', 'two']) {
        const answer = await graphql('tenant', { 'x-tenant': tenant });
        expect([answer.cache, JSON.parse(answer.body).data.companies[0].tenant]).toEqual([how, tenant]);
      }
  });
};
