import fc from 'fast-check';
import { patternOf } from '../../../src/plugins/response-cache/server/src/keys/path-pattern';
import {
  dependedOn,
  requestKey,
  endpointOf,
  variedBy,
} from '../../../src/plugins/response-cache/server/src/keys/request-key';

const ENDPOINTS = {
  rest: '/api',
  graphql: '/graphql',
  others: ['/feeds/:format', '/robots.txt'].map(patternOf),
};
const OPTIONS = { secret: Buffer.alloc(32), dependsOn: dependedOn(['x-tenant']) };

describe('which requests are looked up', () => {
  it.each([
    ['GET', '/api/articles', {}, { endpoint: 'rest' }],
    ['HEAD', '/api/articles?x=1', {}, { endpoint: 'rest' }],
    ['POST', '/graphql', { 'content-length': '10' }, { endpoint: 'graphql' }],
    ['GET', '/graphql?query=x', {}, { endpoint: 'graphql' }],
    ['HEAD', '/graphql?query=x', {}, { bypass: 'head' }],
    ['GET', '/admin', {}, undefined],
    ['GET', '/apis/x', {}, undefined],
    ['GET', '/API/articles', {}, undefined],
    ['GET', 'http://host/api/articles', {}, undefined],
    ['GET', '/uploads/x.png', {}, undefined],
    ['GET', '/feeds/rss?page=2', {}, { endpoint: 'rest' }],
    ['GET', '/robots.txt', {}, { endpoint: 'rest' }],
    ['GET', '/robots.txt/x', {}, undefined],
    ['POST', '/feeds/rss', {}, { bypass: 'method' }],
    ['POST', '/mcp', {}, undefined],
    ['POST', '/api/articles', {}, { bypass: 'method' }],
    ['DELETE', '/graphql', {}, { bypass: 'method' }],
    ['GET', '/api/articles', { cookie: '' }, { bypass: 'cookie' }],
    ['GET', '/api/articles', { range: 'bytes=0-1' }, { bypass: 'range' }],
    ['GET', '/api/articles', { upgrade: 'h2c' }, { bypass: 'upgrade' }],
    ['GET', '/api/articles', { 'content-length': '3' }, { bypass: 'body' }],
    ['GET', '/api/articles', { 'transfer-encoding': 'chunked' }, { bypass: 'body' }],
  ])('%s %s %j', (method, url, headers, expected) => {
    expect(endpointOf({ method, url, headers }, ENDPOINTS)).toEqual(expected);
  });
});

describe('a declared route', () => {
  it.each(['/:locale', '/(.*)', 'feeds/rss', ''])('"%s" is refused: it would be every request', (path) => {
    expect(() => patternOf(path)).toThrow(`declares the route "${path}"`);
  });
});

describe('keys', () => {
  const key = (headers: Record<string, string>, url = '/api/x') =>
    requestKey({ method: 'GET', url, headers }, 'graphql', undefined, OPTIONS);

  it('are short, however long an address is, and different all the same', () => {
    const [one, other] = ['1', '2'].map((last) => key({}, `/api/x?${'y'.repeat(12_000)}${last}`));
    expect(one).not.toBe(other);
    expect(one?.length).toBeLessThan(1_024);
  });

  it('are different wherever something differs that Strapi, or declared code, looks at', () => {
    const names = [
      'host',
      'x-forwarded-host',
      'origin',
      'authorization',
      'accept',
      'content-type',
      'x-tenant',
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.string({ unit: fc.constantFrom('a', 'b', '=', ' ') })),
        fc.dictionary(fc.constantFrom(...names), fc.string({ unit: fc.constantFrom('a', 'b', '=', ' ') })),
        (one, two) => {
          const same = names.every((name) => one[name] === two[name]);
          expect(key(one) === key(two)).toBe(same);
        },
      ),
    );
  });

  it('depend on no header that `Vary` does not name', () => {
    for (const endpoint of ['rest', 'graphql'] as const) {
      const asked: string[] = [];
      const headers = new Proxy<Record<string, string>>(
        {},
        { get: (_target, name) => void asked.push(String(name)) },
      );
      requestKey({ method: 'GET', url: '/api/x', headers }, endpoint, undefined, OPTIONS);
      // Caches keep hosts apart by themselves.
      const named = [...variedBy(OPTIONS.dependsOn[endpoint]), 'authorization', 'host'];
      expect(named.sort()).toEqual(asked.sort());
    }
  });

  it('take no line of a body for a header', () => {
    const post = (headers: Record<string, string>, text: string) =>
      requestKey({ method: 'POST', url: '/graphql', headers }, 'graphql', Buffer.from(text), OPTIONS);
    expect(post({ 'x-tenant': 'a' }, '{b}')).not.toBe(post({}, '=a\n{b}'));
    expect(post({}, '\n{b}')).not.toBe(post({}, '{b}'));
  });

  it('tell nobody a token, and tell bodies and methods apart', () => {
    expect(key({ authorization: 'Bearer secret' })).not.toContain('secret');
    const post = (text: string) =>
      requestKey({ method: 'POST', url: '/graphql', headers: {} }, 'graphql', Buffer.from(text), OPTIONS);
    expect(post('{a}')).not.toBe(post('{b}'));
    expect(post('{a}')).not.toBe(
      requestKey({ method: 'GET', url: '/graphql', headers: {} }, 'graphql', undefined, OPTIONS),
    );
  });
});
