import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { ARTICLE, publishArticle } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { listen } from '../support/listen';
import { secretsOfEnvironment } from '../support/secrets';

/** Attacks that were tried and came to nothing; they are to come to nothing in later versions too. */
export const held: Suite = (newsroom) => {
  let port: number;
  beforeAll(async () => {
    port = await listen(newsroom().strapi.server.httpServer);
  });

  /** Sends a request line as it is: clients would tidy the address up. */
  const sendRaw = (address: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
      );
      socket.on('data', (chunk) => (said += chunk.toString('latin1')));
      socket.on('end', () => resolve(said));
      socket.on('error', reject);
    });

  it.each([
    '/uploads/../../.env',
    '/uploads/..%2f..%2f.env',
    '/uploads/%2e%2e/%2e%2e/.env',
    '/uploads/....//....//.env',
    '/uploads/..\\..\\.env',
    '/..%5c.env',
    '/%2e%2e/package.json',
    '/admin/..%2f..%2f.env',
    '/.env',
    '/.tmp/data.db',
    '/uploads/%00/../../.env',
  ])('%s gives no file of the server', async (address) => {
    const answer = await sendRaw(address);
    expect(answer).not.toMatch(/^HTTP\/1\.1 200[\s\S]*(APP_KEYS|"dependencies"|SQLite format)/);
    for (const secret of secretsOfEnvironment()) expect(answer).not.toContain(secret);
  });

  it('GraphQL runs one operation a request, so that limits are for each', async () => {
    const query = '{ articles { documentId } }';
    const answer = await newsroom().http().post('/graphql').send([{ query }, { query }]);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('documentId":');
  });

  it('GraphQL judges a persisted query as any other', async () => {
    const query = `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: articles(pagination: { limit: 100 }) { companies { name } }`).join(' ')} }`;
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const first = await newsroom().http().post('/graphql').send({ query, extensions: { persistedQuery } });
    const second = await newsroom().http().post('/graphql').send({ extensions: { persistedQuery } });
    for (const { body } of [first, second]) {
      expect(body.errors).toHaveLength(1);
      expect(body.data ?? null).toBeNull();
    }
  });

  it('GraphQL takes nothing from a form or an address that a foreign page can send', async () => {
    const { http, strapi } = newsroom();
    const mutation = 'mutation { createArticle(data: { title: "Forged" }) { documentId } }';
    const form = await http().post('/graphql').type('form').send({ query: mutation });
    const text = await http()
      .post('/graphql')
      .type('text/plain')
      .send(JSON.stringify({ query: mutation }));
    const address = await http().get('/graphql').query({ query: mutation });
    for (const { status, body } of [form, text, address]) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.data ?? null).toBeNull();
    }
    expect(await strapi.db.query(ARTICLE).count({ where: { title: 'Forged' } })).toBe(0);
  });

  it('a cookie of the admin UI opens nothing without the token that no foreign page has', async () => {
    const { http } = newsroom();
    const login = await http()
      .post('/admin/login')
      .send({ email: 'admin@example.com', password: 'Sufficiently-long-1' });
    const cookies = ([] as string[])
      .concat(login.headers['set-cookie'] ?? [])
      .map((one) => one.split(';')[0]);
    const withCookies = http().get('/admin/users').set('cookie', cookies.join('; '));
    expect((await withCookies).status).toBe(401);
  });

  it.each([
    'populate[createdBy]=*',
    'populate=createdBy',
    'filters[createdBy][email][$contains]=@',
    'filters[updatedBy][password][$notNull]=true',
    'sort=createdBy.email',
    'fields[0]=createdBy',
    'populate[cover][populate][createdBy]=*',
    'populate[quoteSnapshots][populate]=*',
    'populate[localizations][populate][createdBy]=*',
  ])('?%s tells nothing of accounts', async (query) => {
    await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const { status, text } = await newsroom().http().get(`/api/articles?${query}`);
    expect([200, 400]).toContain(status);
    expect(text).not.toMatch(/@example\.com|"(password|resetPasswordToken|createdBy)":/);
  });

  it('a provider’s key is in no answer, though the provider repeats it', async () => {
    const { provider, http, adminToken } = newsroom();
    const key = process.env.QUOTES_API_KEY ?? '';
    expect(key).not.toBe('');
    provider.quote('ECHO', { Price: 1, PrevClose: 1, NominalCurrencyCode: 'USD', Name: `Echo ${key}` });
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: ECHO)']);
    const answers = [
      await http().get(`/api/articles/${documentId}?populate=*`),
      await http().get('/api/quote-snapshots?pagination[pageSize]=100'),
      await http()
        .get(`/quote-snapshots/documents/${ARTICLE}/${documentId}`)
        .set('authorization', `Bearer ${adminToken}`),
      await http().get('/quote-snapshots/status').set('authorization', `Bearer ${adminToken}`),
    ];
    for (const { text } of answers) expect(text).not.toContain(key);
  });
};
