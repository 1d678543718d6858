import { authorizeToken } from '../../support/api-token';
import { publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

const TOKEN = 'admin::api-token';
const HOUR = 3_600_000;

export const callers: Suite = (newsroom) => {
  let address: string;
  beforeAll(async () => {
    address = await addressOf(newsroom());
    await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
  });
  const newest = async (): Promise<{ id: number; lastUsedAt: string }> =>
    (
      await newsroom()
        .strapi.db.query(TOKEN)
        .findMany({ orderBy: { id: 'desc' }, limit: 1 })
    )[0];

  it('are answered each for themselves', async () => {
    const { strapi } = newsroom();
    const reads = await authorizeToken(strapi, 'custom', ['api::article.article.find']);
    const other = await authorizeToken(strapi, 'custom', ['api::company.company.find']);
    const path = '/api/articles?populate=companies&fields=title';
    const asked = (authorization?: string) =>
      ask(address, path, authorization ? { headers: { authorization } } : {});
    for (const authorization of [undefined, reads]) {
      expect((await asked(authorization)).cache).toBe('miss');
      expect((await asked(authorization)).cache).toBe('hit');
    }
    expect((await asked(other)).status).toBe(403);
    expect((await asked('Bearer made-up')).status).toBe(401);
    // This one may not read companies: it is not shown what the public is.
    expect((await asked(reads)).body).not.toContain('companies');
    expect((await asked()).body).toContain('companies');
    expect((await asked(reads)).headers.get('cache-control')).toBe('private, no-cache');
  });

  it('by a token are told why they are bypassed, and nobody else is', async () => {
    const { strapi } = newsroom();
    const { config } = cacheOf(strapi);
    const authorization = await authorizeToken(strapi, 'read-only');
    const path = '/api/articles?fields=title';
    const given = config.explainTo;
    // The default.
    config.explainTo = 'tokens';
    try {
      for (const [headers, method, why] of [
        [{ cookie: 'a=b' }, 'GET', 'cookie'],
        [{ range: 'bytes=0-1' }, 'GET', 'range'],
        [{}, 'HEAD', 'head'],
        [{}, 'POST', 'method'],
      ] as const) {
        const told = async (more: object): Promise<string> =>
          (await ask(address, `${path}&${why}`, { method, headers: { ...headers, ...more } })).cache;
        expect(await told({ authorization })).toBe(`bypass; ${why}`);
        expect([await told({}), await told({ authorization: 'Bearer made-up' })]).toEqual(['', '']);
      }
    } finally {
      config.explainTo = given;
    }
  });

  it('are answered which locales there are, by Strapi’s own handler', async () => {
    const headers = { authorization: await authorizeToken(newsroom().strapi, 'full-access') };
    for (const how of ['miss', 'hit'])
      expect((await ask(address, '/api/i18n/locales', { headers })).cache).toBe(how);
  });

  it('who signed in over the content API are answered by Strapi', async () => {
    const { strapi } = newsroom();
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } });
    const user = await strapi.plugin('users-permissions').service('user').add({
      username: 'reader',
      email: 'reader@example.com',
      password: 'Sufficiently-long-1',
      confirmed: true,
      provider: 'local',
      role: role.id,
    });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: 'api::article.article.find', role: role.id } });
    const jwt: string = await strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
    const headers = { authorization: `Bearer ${jwt}` };
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask(address, '/api/articles?fields=slug', { headers });
      expect(answer.cache).not.toMatch(/hit|miss/);
    }
  });

  it('that an app recognizes in its own way are bypassed', async () => {
    const { strapi } = newsroom();
    const asked = async (fields: string, headers: Record<string, string> = {}) => {
      const { status, cache } = await ask(address, `/api/articles?fields=${fields}`, { headers });
      return [status, cache];
    };
    const jwt = strapi
      .plugin('users-permissions')
      .service<{ getToken(ctx: { get(name: string): string }): unknown }>('jwt');
    const stock = jwt.getToken;
    jwt.getToken = function (ctx) {
      if (ctx.get('x-token')) throw new Error('made up');
      return stock.call(this, ctx);
    };
    try {
      for (let turn = 0; turn < 2; turn += 1)
        expect(await asked('title,slug')).toEqual([200, 'bypass; strategy users-permissions']);
      expect((await asked('title,slug', { 'x-token': 'x' }))[0]).toBe(401);
    } finally {
      jwt.getToken = stock;
    }
    for (const how of ['miss', 'hit']) expect(await asked('title,slug')).toEqual([200, how]);
    // As a plugin does. It stays.
    const late = { name: 'late', authenticate: () => ({ authenticated: false }), verify: () => {} };
    strapi.get('auth').register('content-api', late);
    for (let turn = 0; turn < 2; turn += 1)
      expect(await asked('slug,title')).toEqual([200, 'bypass; strategy late']);
    cacheOf(strapi).declared.strategies.set('late', { headers: [] });
    for (const how of ['miss', 'hit']) expect(await asked('slug,title')).toEqual([200, how]);
  });

  it('get nothing once their token is revoked, regenerated or over', async () => {
    const { strapi, clock } = newsroom();
    const path = '/api/articles?fields=title';
    const warm = async (): Promise<{ id: number; headers: { authorization: string } }> => {
      const headers = { authorization: await authorizeToken(strapi, 'full-access') };
      await ask(address, path, { headers });
      expect((await ask(address, path, { headers })).cache).toBe('hit');
      return { id: (await newest()).id, headers };
    };
    const revoked = await warm();
    await strapi.service(TOKEN).revoke(revoked.id);
    expect((await ask(address, path, revoked)).status).toBe(401);

    const regenerated = await warm();
    await strapi.service(TOKEN).regenerate(regenerated.id);
    expect((await ask(address, path, regenerated)).status).toBe(401);

    const over = await warm();
    await strapi.db
      .query(TOKEN)
      .update({ where: { id: over.id }, data: { expiresAt: new Date(Date.now() + HOUR / 2).toISOString() } });
    await ask(address, path, over);
    expect((await ask(address, path, over)).cache).toBe('hit');
    clock.advance(HOUR / 2 + 1);
    expect((await ask(address, path, over)).status).toBe(401);
  });

  it('have the last use of their token noted once an hour, and nothing is dropped by it', async () => {
    const { strapi, clock } = newsroom();
    const headers = { authorization: await authorizeToken(strapi, 'full-access') };
    const path = '/api/articles?fields=slug';
    await ask(address, path);
    await ask(address, path, { headers });
    const before = (await newest()).lastUsedAt;
    expect((await ask(address, path, { headers })).cache).toBe('hit');
    expect((await newest()).lastUsedAt).toBe(before);
    clock.advance(HOUR + 1);
    await ask(address, path, { headers });
    expect(Date.parse((await newest()).lastUsedAt)).toBeGreaterThanOrEqual(Date.parse(before) + HOUR);
    expect((await ask(address, path)).cache).toBe('hit');
    expect((await ask(address, path, { headers })).cache).toBe('hit');
  });
};
