import { ARTICLE } from '../support/articles';
import { startNewsroom, type Newsroom } from '../support/newsroom';
import { everyRegression } from '../support/every-regression';
import { getFrom, someone, statuses } from '../support/readers';
import { createToken } from '../../src/newsroom/access/create-token';

/** A newsroom as it faces the world: in production, behind one proxy, with small limits. */
describe('in production', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom('sqlite', {
      environment: {
        NODE_ENV: 'production',
        TRUST_PROXY: '1',
        RATE_LIMIT_PUBLIC: '5',
        RATE_LIMIT_SIGN_IN: '3',
        CORS_ORIGINS: 'https://www.example.com',
      },
    });
  }, 120_000);
  afterAll(async () => {
    await newsroom?.stop();
    process.env.NODE_ENV = 'test';
  }, 60_000);

  const get = (path: string, from: string) => getFrom(newsroom, path, from);
  const ask = (query: string, from = someone()) =>
    newsroom.http().post('/graphql').set('x-forwarded-for', from).send({ query });

  for (const [name, regression] of Object.entries(everyRegression('in-production')))
    describe(name, () => regression(() => newsroom));

  describe('one address', () => {
    it('may ask the content API so often a minute, is told when to come back, and others are let in', async () => {
      const reader = someone();
      expect(await statuses(6, () => get('/api/articles', reader))).toEqual([200, 200, 200, 200, 200, 429]);
      const refused = await get('/api/articles', reader).expect(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(refused.body.error).toMatchObject({ status: 429, name: 'RateLimitError' });
      // REST, whatever its spelling, and GraphQL are one account.
      await get('/API/companies', reader).expect(429);
      await ask('{ articles { title } }', reader).expect(429);
      await get('/api/articles', someone()).expect(200);
    });

    it('may open so many pages of the site, each counted once; what it is told then is a page too', async () => {
      const reader = someone();
      const open = (path: string) => get(path, reader).set('accept', 'text/html');
      // A page is made of several requests of the content API.
      expect(await statuses(5, () => open('/'))).toEqual([200, 200, 200, 200, 200]);
      const refused = await open('/search?q=a').expect(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.text).toContain('<h1>Too many requests</h1>');
      await get('/api/articles', reader).expect(429);
      await get('/', someone()).expect(200);
    });

    it('cannot pass for another by what it writes into X-Forwarded-For', async () => {
      const reader = someone();
      const made = await statuses(6, (n) => get('/api/articles', `198.51.100.${n}, ${reader}`));
      expect(made.at(-1)).toBe(429);
    });

    it('with a valid token is not counted; with a made-up one it is', async () => {
      const key = await createToken(newsroom.strapi, 'frontend');
      const website = someone();
      const known = await statuses(12, () =>
        get('/api/articles', website).set('authorization', `Bearer ${key}`),
      );
      expect(known).toEqual(Array(12).fill(200));
      const guesser = someone();
      const guessed = await statuses(6, (n) =>
        get('/api/articles', guesser).set('authorization', `Bearer ${n}`),
      );
      expect(guessed).toEqual([401, 401, 401, 401, 401, 429]);
    });

    it('with a token that is over is counted as a visitor, as soon as it is revoked', async () => {
      const { strapi } = newsroom;
      const token = await strapi
        .service('admin::api-token')
        .create({ name: 'revoked', type: 'read-only', description: '', lifespan: null });
      const website = someone();
      const ask = () => get('/api/articles', website).set('authorization', `Bearer ${token.accessKey}`);
      expect(await statuses(7, ask)).toEqual(Array(7).fill(200));
      await strapi.service('admin::api-token').revoke(token.id);
      expect(await statuses(6, ask)).toEqual([401, 401, 401, 401, 401, 429]);
    });

    it('floods with made-up tokens, and the database is not asked for them', async () => {
      const flooder = someone();
      const guess = (n: number) => get('/api/articles', flooder).set('authorization', `Bearer ${n}`);
      await statuses(6, guess);
      const asked: string[] = [];
      const listen = ({ sql }: { sql: string }) => asked.push(sql);
      newsroom.strapi.db.connection.on('query', listen);
      try {
        expect(await statuses(20, guess)).toEqual(Array(20).fill(429));
      } finally {
        newsroom.strapi.db.connection.removeListener('query', listen);
      }
      expect(asked.length).toBeLessThanOrEqual(1);
    });

    it.each([
      [
        '/API/articles',
        '/api//articles',
        '/api/articles/',
        '/%61pi/articles',
        '/api/./articles',
        '/Api/Articles?x=1',
      ],
      [
        '/graphql?query={articles{title}}',
        '/GraphQL?query={articles{title}}',
        '/graphql/?query={articles{title}}',
        '/GRAPHQL/?query={articles{title}}',
      ],
    ])('is counted however it spells %s', async (...paths) => {
      const reader = someone();
      await statuses(5, () => get('/api/articles', reader));
      for (const path of paths) {
        const { status } = await get(path, reader);
        // What the router does not take is not there; what it takes is counted.
        expect([path, status === 404 || status === 429]).toEqual([path, true]);
      }
    });

    it.each(['/API/auth/local', '/api/auth/local/', '/api//auth/local', '/Admin/Login', '/admin/login/'])(
      'may try %s only a few times, however it is spelt',
      async (path) => {
        const guesser = someone();
        const tried = await statuses(4, () =>
          newsroom
            .http()
            .post(path)
            .set('x-forwarded-for', guesser)
            .send({ email: 'a@example.com', identifier: 'a', password: 'b' }),
        );
        expect([404, 405, 429]).toContain(tried[3]);
      },
    );

    it.each(['/admin/login', '/admin/forgot-password', '/api/auth/local', '/api/auth/forgot-password'])(
      'may try %s only a few times',
      async (path) => {
        const guesser = someone();
        const tried = await statuses(4, (n) =>
          newsroom
            .http()
            .post(path)
            .set('x-forwarded-for', guesser)
            .send({ email: `a${n}@example.com`, identifier: 'a', password: 'b' }),
        );
        expect(tried.slice(0, 3)).not.toContain(429);
        expect(tried[3]).toBe(429);
      },
    );

    it('may try to sign in over GraphQL only a few times', async () => {
      const { strapi } = newsroom;
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'public' } });
      const action = 'plugin::users-permissions.auth.callback';
      const permissions = strapi.db.query('plugin::users-permissions.permission');
      const { id } = await permissions.create({ data: { action, role: role.id } });
      const attempt = async (n: number, from: string): Promise<string> => {
        const query = `mutation { login(input: { identifier: "a", password: "${n}" }) { user { id } } }`;
        return (await ask(query, from)).body.errors[0].message;
      };
      const [guesser, wrong] = [someone(), 'Invalid identifier or password'];
      const tried: string[] = [];
      for (let n = 0; n < 4; n += 1) tried.push(await attempt(n, guesser));
      expect(tried).toEqual([wrong, wrong, wrong, expect.stringContaining('Too many requests')]);
      expect(await attempt(0, someone())).toBe(wrong);
      await permissions.delete({ where: { id } });
    });

    it('is not limited in the admin UI, once signed in', async () => {
      const reader = someone();
      const seen = await statuses(8, () =>
        get('/content-manager/content-types', reader).set('authorization', `Bearer ${newsroom.adminToken}`),
      );
      expect(seen).toEqual(Array(8).fill(200));
    });
  });

  describe('GraphQL', () => {
    it.each([
      ['introspection', '{ __schema { types { name } } }', /introspection/i],
      [
        'what is too deep',
        `{ articles ${'{ companies { articles '.repeat(6)} { title } ${'} }'.repeat(6)} }`,
        /depth/i,
      ],
      ['what is too long', `{ ${'__typename '.repeat(2500)} }`, /2000 tokens/],
      [
        'what asks for too much',
        '{ articles(pagination: { limit: 100 }) { companies(pagination: { limit: 100 }) { articles(pagination: { limit: 100 }) { title } } } }',
        /values/,
      ],
      [
        'what asks for too much by repeating itself',
        `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: articles(pagination: { limit: 100 }) { companies { name slug } }`).join(' ')} }`,
        /values/,
      ],
    ])('refuses %s', async (_what, query, message) => {
      const { status, body } = await ask(query);
      expect(status).toBe(400);
      expect(body.errors[0].message).toMatch(message);
      expect(JSON.stringify(body)).not.toContain('stacktrace');
    });

    it('serves a page of articles with all that stands beside them', async () => {
      const query =
        '{ articles(pagination: { limit: 25 }) { title slug quoteSnapshots { instrument price } appliedDisclaimers { text } companies { name tickers { symbol } } } }';
      const { body } = await ask(query).expect(200);
      expect(body.errors).toBeUndefined();
    });

    it('does not help to guess the schema', async () => {
      const { body } = await ask('{ articlez { title } }');
      expect(body.errors[0].message).not.toMatch(/did you mean/i);
    });
  });

  describe('every answer', () => {
    it.each(['/api/articles', '/api/nothing', '/graphql?query={articles{title}}'])(
      'of %s has headers that browsers heed',
      async (path) => {
        const { headers } = await get(path, someone());
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'SAMEORIGIN',
          'strict-transport-security': expect.stringContaining('max-age='),
          'referrer-policy': 'no-referrer',
          'content-security-policy': expect.stringContaining("default-src 'self'"),
        });
        expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
        expect(headers).not.toHaveProperty('x-powered-by');
        expect(headers).not.toHaveProperty('server');
      },
    );

    it('lets the scripts of listed websites read it, and of no other', async () => {
      const from = (origin: string) => get('/api/articles', someone()).set('origin', origin);
      const ours = await from('https://www.example.com');
      expect(ours.headers['access-control-allow-origin']).toBe('https://www.example.com');
      const theirs = await from('https://evil.example');
      expect(theirs.headers['access-control-allow-origin'] ?? '').toBe('');
      const graphql = await ask('{ articles { title } }').set('origin', 'https://evil.example');
      expect(graphql.headers['access-control-allow-origin'] ?? '').toBe('');
    });

    it('to a fault says nothing of the inside', async () => {
      const { strapi } = newsroom;
      const unsubscribe = strapi.db.lifecycles.subscribe({
        models: [ARTICLE],
        beforeFindMany: () => {
          throw new Error('password of the database');
        },
      });
      try {
        const answer = await get('/api/articles', someone()).expect(500);
        expect(answer.text).not.toContain('password');
        const graphql = await ask('{ articles { title } }');
        expect(graphql.text).not.toContain('password');
        expect(graphql.text).not.toContain('node_modules');
      } finally {
        unsubscribe();
      }
    });
  });
});
