import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress, compressedForms } from '../../../src/plugins/response-cache/server/src/http/compress';
import { chooseEncoding } from '../../../src/plugins/response-cache/server/src/http/encodings';
import {
  findUnkeptVary,
  hasDirective,
  headersToSend,
  headersToStore,
  mergeVary,
  tagOf,
} from '../../../src/plugins/response-cache/server/src/http/headers';
import { documentsIn, tagsOf } from '../../../src/plugins/response-cache/server/src/serve/tags';

describe('the form of an answer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['deflate', undefined],
    ['identity;q=1, gzip;q=0.2', undefined],
  ])('%s: %s', (header, expected) => {
    expect(chooseEncoding(header, ['br', 'gzip'])).toBe(expected);
  });
});

const FACTS = { isGet: true, byToken: false, dependsOn: ['origin'], isGraphql: false, cdn: null, tags: [] };

describe('headers', () => {
  it('of one request or connection are not stored', () => {
    const stored = headersToStore(
      { date: 'x', connection: 'keep-alive', 'Content-Length': 3, 'X-Response-Time': '1ms', 'x-own': 'kept' },
      FACTS,
    );
    expect(stored).toEqual([
      ['x-own', 'kept'],
      ['Vary', 'Accept-Encoding, Authorization, origin'],
      ['Cache-Control', 'public, max-age=0, must-revalidate'],
    ]);
  });

  it('of one client’s rate limit are not stored', () => {
    const limits = ['X-RateLimit-Remaining', 'RateLimit', 'ratelimit-policy', 'X-Rate-Limit-Reset'];
    const stored = headersToStore(Object.fromEntries(limits.map((name) => [name, '1'])), FACTS);
    expect(stored.map(([name]) => name)).toEqual(['Vary', 'Cache-Control']);
  });

  it('that were set for a request stand, but for what says what the answer is', () => {
    const stored = [
      ['X-Counted', '1'],
      ['X-Own', 'kept'],
      ['Vary', 'Origin'],
      ['Content-Type', 'application/json'],
    ] as const;
    expect(headersToSend(stored, (name) => name !== 'X-Own')).toEqual(stored.slice(1));
  });

  it('say what a CDN may do only where it was asked for, and never of a token’s', () => {
    const cdn = { sMaxAge: 60, staleWhileRevalidate: 30, tagHeader: 'Surrogate-Key' as const };
    const tags = ['one', 'two'];
    const told = Object.fromEntries(headersToStore({}, { ...FACTS, cdn, tags }));
    expect(told['Cache-Control']).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=30');
    expect(told['Surrogate-Key']).toBe('one two');
    const byToken = Object.fromEntries(headersToStore({}, { ...FACTS, byToken: true, cdn, tags }));
    expect(byToken).toEqual({
      Vary: 'Accept-Encoding, Authorization, origin',
      'Cache-Control': 'private, no-cache',
    });
  });

  it('that cannot be sent are not stored', () => {
    expect(() => headersToStore({ 'x-own': '“x”' }, FACTS)).toThrow('Invalid character');
  });

  it('keep a handler’s own word', () => {
    const stored = Object.fromEntries(
      headersToStore({ 'cache-control': 'max-age=5', vary: 'Cookie' }, FACTS),
    );
    expect(stored).toEqual({
      'Cache-Control': 'max-age=5',
      Vary: 'Cookie, Accept-Encoding, Authorization, origin',
    });
    expect(mergeVary(['*'], ['Origin'])).toBe('*');
    expect(mergeVary(['origin'], ['Origin'])).toBe('Origin');
  });
});

describe('an answer’s own Vary', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['Origin, Accept-Encoding', undefined],
    [['Authorization', 'Cookie'], undefined],
    ['X-Lang', 'x-lang'],
    ['origin,X-Lang ,X-Other', 'x-lang'],
    [['Origin', 'Accept-Language'], 'accept-language'],
    ['*', '*'],
  ])('%j: nobody keeps %s apart', (vary, expected) => {
    expect(findUnkeptVary(vary, ['origin'])).toBe(expected);
  });

  it('says nothing where all its headers are kept apart, and * never is', () => {
    const keptBy = ['origin', 'x-lang', '*'];
    expect(findUnkeptVary('Origin, X-Lang', keptBy)).toBeUndefined();
    expect(findUnkeptVary('*', keptBy)).toBe('*');
  });
});

describe('a directive of Cache-Control', () => {
  it.each([
    [undefined, false],
    ['no-cache', false],
    ['public, No-Store', true],
    ['no-store=1', true],
    ['x-no-store', false],
  ])('%s', (control, expected) => {
    expect(hasDirective(control, 'no-store')).toBe(expected);
  });
});

describe('tags', () => {
  it('name types and documents', () => {
    const body = { data: [{ documentId: 'one', companies: [{ documentId: 'two' }] }] };
    expect(documentsIn(body).sort()).toEqual(['one', 'two']);
    const types = new Map([
      ['articles', 'api::article.article'],
      ['strapi_api_tokens', 'admin::api-token'],
    ]);
    expect(tagsOf(['articles', 'strapi_api_tokens'], types, Buffer.from('no JSON'))).toEqual([
      'api-article-article',
    ]);
  });

  it('are no text that a query has called so', () => {
    const texts = ['“x”', '5 €', 'a b', 'a,b', '', 'x'.repeat(65), 'line\nbreak'];
    const body = { data: [...texts, 'good-1'].map((documentId) => ({ documentId })) };
    expect(documentsIn(body)).toEqual(['good-1']);
  });

  it('are no more than fit into a header, of however many documents', () => {
    const data = Array.from({ length: 200_000 }, (_, index) => ({ documentId: `d${index}` }));
    expect(documentsIn({ data })).toHaveLength(50);
    const types = new Map([['articles', 'api::article.article']]);
    expect(tagsOf(['articles'], types, Buffer.from(JSON.stringify({ data })))).toHaveLength(50);
  });

  it('are of the bytes', () => {
    expect(tagOf(Buffer.from('a'))).not.toBe(tagOf(Buffer.from('b')));
    expect(tagOf(Buffer.from('a'))).toBe(tagOf(Buffer.from('a')));
  });
});

describe('compressed forms', () => {
  const long = Buffer.alloc(2_000, 'a');

  it.each([
    ['a long text', long, 'application/json', ['br', 'gzip']],
    ['a drawing', long, 'image/svg+xml', ['br', 'gzip']],
    ['a picture', long, 'image/png', []],
    ['what fits into one packet', Buffer.alloc(500, 'a'), 'application/json', []],
  ])('of %s', (_what, body, type, forms) => {
    expect(compressedForms(body, type)).toEqual(forms);
  });

  it('give back what was compressed', async () => {
    expect(brotliDecompressSync(await compress(long, 'br')).equals(long)).toBe(true);
    expect(gunzipSync(await compress(long, 'gzip')).equals(long)).toBe(true);
  });

  it('hold on to no memory but their own', async () => {
    for (const encoding of ['br', 'gzip'] as const) {
      const bytes = await compress(long, encoding);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
  });
});
