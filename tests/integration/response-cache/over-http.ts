import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { raw, type Raw } from '../../support/raw-answer';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

export const overHttp: Suite = (newsroom) => {
  let address: string;
  let path: string;
  beforeAll(async () => {
    address = await addressOf(newsroom());
    const documentId = await publishArticle(newsroom(), ['A long text. '.repeat(400), '(NASDAQ: MSFT)']);
    path = `/api/articles/${documentId}?populate=quoteSnapshots`;
  });

  it('knows every global middleware of the newsroom, and Strapi’s, those of the MCP server included', () => {
    expect(cacheOf(newsroom().strapi).off).toBeUndefined();
  });

  it('answers nothing where a global middleware is not declared, and says which', async () => {
    const { strapi } = newsroom();
    const cache = cacheOf(strapi);
    const error = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    const { app, router } = strapi.server;
    strapi.server.use(function madeUpByATest(_ctx, next) {
      return next();
    });
    router.use(function madeUpInTheRouter(_ctx: unknown, next: () => unknown) {
      return next();
    });
    // As if it had been added before the routes.
    router.stack.unshift(...router.stack.splice(-1));
    try {
      strapi.server.app.callback();
      for (let turn = 0; turn < 2; turn += 1) expect((await ask(address, path)).cache).toBe('');
      expect(error.mock.calls.flat()).toEqual([
        expect.stringMatching(
          /nothing is cached, because global middlewares are not declared: madeUpByATest, madeUpInTheRouter\. .*declared: \{ middlewares: \['madeUpByATest', 'madeUpInTheRouter'\] \}/,
        ),
      ]);
    } finally {
      app.middleware.pop();
      router.stack.shift();
      cache.off = undefined;
      error.mockRestore();
    }
  });

  it('has Strapi answer where an answer from the cache fails, and goes on', async () => {
    const { strapi } = newsroom();
    const cache = cacheOf(strapi);
    const of = `${path}&fields=slug`;
    await ask(address, of);
    const entry = cache.entries.dump().find(([key]) => key.includes(of))?.[1].value;
    entry!.headers = [['X-Broken', '“x”']];
    const error = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    try {
      const answer = await ask(address, of);
      expect([answer.status, answer.cache, JSON.parse(answer.body).data.slug]).toEqual([
        200,
        '',
        expect.any(String),
      ]);
      expect(error.mock.calls.flat()).toEqual([
        expect.stringMatching(/was not answered from the cache.*X-Broken/),
      ]);
    } finally {
      error.mockRestore();
    }
    // What cannot be sent is not tried again.
    expect([(await ask(address, of)).cache, (await ask(address, of)).cache]).toEqual(['miss', 'hit']);
  });

  it('answers the bytes and headers of Strapi', async () => {
    // A cookie is never answered from the cache.
    const stock = await ask(address, path, { headers: { cookie: 'a=b' } });
    const miss = await ask(address, path);
    const hit = await ask(address, path);
    expect([stock.cache, miss.cache, hit.cache]).toEqual(['bypass; cookie', 'miss', 'hit']);
    expect(miss.body).toBe(stock.body);
    expect(hit.body).toBe(stock.body);
    const ours = new Set([
      'etag',
      'cache-control',
      'vary',
      'x-cache',
      'date',
      'content-encoding',
      'content-length',
    ]);
    stock.headers.forEach((value, name) => {
      if (!ours.has(name)) expect(hit.headers.get(name)).toBe(value);
    });
    const said = ({ headers }: typeof hit): string[] => {
      const lines: string[] = [];
      headers.forEach((value, name) => lines.push(`${name}: ${value}`));
      return lines.filter((line) => !/^(?:x-cache|date):/.test(line)).sort();
    };
    expect(said(miss)).toEqual(said(hit));
    expect(hit.headers.get('content-security-policy')).toBeTruthy();
    expect(hit.headers.get('access-control-allow-origin')).toBeTruthy();
    expect(hit.headers.has('age')).toBe(false);
    expect(hit.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(hit.headers.get('vary')).toMatch(/Accept-Encoding/);
    const vary = hit.headers.get('vary')?.toLowerCase().split(', ');
    expect(vary).toEqual(
      expect.arrayContaining([
        'authorization',
        'origin',
        'strapi-response-format',
        'strapi-encode-source-maps',
      ]),
    );
    expect(vary).not.toContain('host');
  });

  it('answers 304 to whoever has it, and the whole to whoever has another form', async () => {
    const plain = await raw(address, path, {});
    const { etag } = plain.headers as { etag: string };
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const validator of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await raw(address, path, { 'if-none-match': validator });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers.etag).toBe(etag);
      expect(again.headers['cache-control']).toBe(plain.headers['cache-control']);
      expect(again.headers['content-length']).toBeUndefined();
    }
    for (const validator of ['"x"', etag.replaceAll('"', '')]) {
      expect((await raw(address, path, { 'if-none-match': validator })).status).toBe(200);
    }
    expect((await raw(address, path, { 'if-none-match': etag, 'cache-control': 'no-cache' })).status).toBe(
      200,
    );
  });

  it('answers HEAD with the headers of GET', async () => {
    const get = await raw(address, path, {});
    const head = await raw(address, path, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    for (const name of ['etag', 'content-length', 'content-type'])
      expect(head.headers[name]).toBe(get.headers[name]);
  });

  it('keeps br and gzip ready, each with a validator of its own', async () => {
    const plain = await raw(address, path, {});
    const forms = new Map<string, Raw>();
    for (const encoding of ['br', 'gzip']) {
      // It is compressed in a thread of its own after the first answer.
      let answer = await raw(address, path, { 'accept-encoding': encoding });
      while (answer.headers['content-encoding'] === undefined) {
        await new Promise((resolve) => setImmediate(resolve));
        answer = await raw(address, path, { 'accept-encoding': encoding });
      }
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      forms.set(encoding, answer);
    }
    expect(brotliDecompressSync(forms.get('br')!.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(forms.get('gzip')!.body).equals(plain.body)).toBe(true);
    const tags = [plain, ...forms.values()].map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(3);
    const again = await raw(address, path, { 'accept-encoding': 'gzip', 'if-none-match': String(tags[0]) });
    expect(again.status).toBe(200);
    const most = await raw(address, path, { 'accept-encoding': 'gzip;q=0.5, br;q=0, *;q=0' });
    expect(most.headers['content-encoding']).toBe('gzip');
  });

  it('answers each origin with its own headers', async () => {
    const one = await ask(address, path, { headers: { origin: 'https://one.example' } });
    const two = await ask(address, path, { headers: { origin: 'https://two.example' } });
    const again = await ask(address, path, { headers: { origin: 'https://one.example' } });
    expect([one.cache, two.cache, again.cache]).toEqual(['miss', 'miss', 'hit']);
    expect(again.headers.get('access-control-allow-origin')).toBe(
      one.headers.get('access-control-allow-origin'),
    );
  });

  it('answers GraphQL by POST without a validator, and by GET with one', async () => {
    const query = '{ articles { documentId title } }';
    const [first, second] = [
      await ask(address, '/graphql', { query }),
      await ask(address, '/graphql', { query }),
    ];
    expect([first.cache, second.cache]).toEqual(['miss', 'hit']);
    expect(second.body).toBe(first.body);
    expect(second.headers.has('etag')).toBe(false);
    const get = `/graphql?query=${encodeURIComponent(query)}`;
    const headers = { 'apollo-require-preflight': 'true' };
    await ask(address, get, { headers });
    const hit = await ask(address, get, { headers });
    expect(hit.cache).toBe('hit');
    expect(hit.headers.has('etag')).toBe(true);
    expect(hit.headers.get('vary')?.toLowerCase().split(', ')).toEqual(
      expect.arrayContaining([
        'accept',
        'content-type',
        'apollo-require-preflight',
        'x-apollo-operation-name',
      ]),
    );
    // Apollo refuses it, whatever is in the cache.
    const head = await ask(address, get, { headers, method: 'HEAD' });
    expect([head.status, head.cache]).toEqual([405, 'bypass; head']);
    // Without the header Apollo refuses what a form of another site could send.
    expect((await ask(address, get)).status).toBe(400);
  });

  it('cannot be made to answer one for another', async () => {
    const asked: Record<string, string>[] = [
      {},
      { 'x-forwarded-host': 'evil.example' },
      { 'x-forwarded-proto': 'https' },
      { 'strapi-response-format': 'v4' },
      { 'strapi-encode-source-maps': 'true' },
      { authorization: 'Basic YTpi' },
    ];
    const other = `${path}&locale=en`;
    for (const headers of asked) expect((await ask(address, other, { headers })).cache).toBe('miss');
    for (const headers of asked) expect((await ask(address, other, { headers })).cache).toBe('hit');
    const v4 = await ask(address, other, { headers: { 'strapi-response-format': 'v4' } });
    expect(JSON.parse(v4.body).data.attributes).toBeDefined();
    expect(JSON.parse((await ask(address, other)).body).data.attributes).toBeUndefined();
  });
};
