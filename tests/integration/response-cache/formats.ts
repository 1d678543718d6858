import { publishArticle, settled } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { raw } from '../../support/raw-answer';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The formats for machines and the pages of the site, which are outside of what the cache knows by itself. */
export const formats: Suite = (newsroom) => {
  let address: string;
  let documentId: string;
  beforeAll(async () => {
    address = await addressOf(newsroom());
    documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    // Outside of a request nobody waits for its quotes, whose coming ends answers.
    await settled(newsroom());
  });
  const slug = async (): Promise<string> =>
    (await newsroom().strapi.documents('api::article.article').findOne({ documentId }))?.slug ?? '';
  const rename = (title: string): Promise<unknown> =>
    newsroom().strapi.db.connection.raw(
      `update articles set title = '${title}' where document_id = '${documentId}'`,
    );

  it.each([
    '/api/articles/ID/json-ld',
    '/api/articles/ID/ninjs',
    '/feeds/rss',
    '/feeds/atom',
    '/feeds/json?kind=news',
    '/sitemap.xml',
    '/sitemaps/fronts-1.xml',
    '/sitemaps/articles-1.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/social/en/ID.png',
  ])('%s comes from the cache, and is that of the database', async (given) => {
    const path = given.replace('ID', documentId);
    const stock = await ask(address, path, { headers: { cookie: 'a=b' } });
    const miss = await ask(address, path);
    const hit = await ask(address, path);
    expect([stock.status, stock.cache, miss.cache, hit.cache]).toEqual([
      200,
      'bypass; cookie',
      'miss',
      'hit',
    ]);
    expect([miss.body, hit.body]).toEqual([stock.body, stock.body]);
    for (const name of ['content-type', 'last-modified', 'cache-control'])
      expect(hit.headers.get(name)).toBe(stock.headers.get(name));
  });

  it.each(['/api/articles/ID/json-ld', '/api/articles/ID/ninjs', '/feeds/rss', '/news-sitemap.xml'])(
    '%s has a new title at once',
    async (given) => {
      const path = given.replace('ID', documentId);
      await ask(address, path);
      await rename(`Renamed for ${given.split('/').at(-1)}`);
      expect((await ask(address, path)).body).toContain(`Renamed for ${given.split('/').at(-1)}`);
    },
  );

  it('a reader who names the version that it has is told that nothing changed, and the whole is stored for others', async () => {
    // The header is left out within the second of the last change. That is noted by the clock of the database, which goes on
    // while the test holds the newsroom's: an hour is longer than the tests before have taken.
    newsroom().clock.advance(HOUR);
    const stock = await ask(address, '/feeds/atom?locale=en', { headers: { cookie: 'a=b' } });
    const modified = stock.headers.get('last-modified') ?? '';
    const conditional = await raw(address, '/feeds/atom?locale=en', { 'if-modified-since': modified });
    expect([conditional.status, conditional.body.length]).toEqual([304, 0]);
    const other = await ask(address, '/feeds/atom?locale=en');
    expect([other.cache, other.body]).toEqual(['hit', stock.body]);
    // Without compression, each form of which has a version of its own.
    const whole = await raw(address, '/feeds/atom?locale=en', {});
    const again = await raw(address, '/feeds/atom?locale=en', {
      'if-none-match': String(whole.headers.etag),
    });
    expect(again.status).toBe(304);
  });

  it.each([
    '/',
    '/search?q=MSFT',
    '/api/ninjs',
    '/api/quote-snapshots/since?documentId=ID',
    '/api/openapi.json',
  ])('%s is never stored', async (given) => {
    const path = given.replace('ID', documentId);
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask(address, path);
      expect(answer.status).toBe(200);
      expect(answer.cache).not.toMatch(/hit|miss/);
    }
  });

  it('a reader who has what is never stored is told so, the first time that it asks, too', async () => {
    const whole = await raw(address, '/api/openapi.json', { cookie: 'a=b' });
    const etag = String(whole.headers.etag);
    const has = await raw(address, '/api/openapi.json?asked=first', { 'if-none-match': etag });
    expect([has.status, has.body.length, has.headers['content-type']]).toEqual([304, 0, undefined]);
    const other = await raw(address, '/api/openapi.json?asked=other', { 'if-none-match': '"other"' });
    expect([other.status, other.body.length]).toEqual([200, whole.body.length]);
  });

  it('a page is made of answers from the cache, and shows what was written before it was asked for', async () => {
    const page = `/articles/${await slug()}`;
    await ask(address, page);
    const { counters } = cacheOf(newsroom().strapi);
    const before = counters.hits;
    expect((await ask(address, page)).status).toBe(200);
    expect(counters.hits).toBeGreaterThan(before);
    await rename('Renamed for the page');
    expect((await ask(address, page)).body).toContain('Renamed for the page');
  });

  it('the news sitemap forgets an article after two days, though nothing is written', async () => {
    await ask(address, '/news-sitemap.xml');
    expect((await ask(address, '/news-sitemap.xml')).cache).toBe('hit');
    newsroom().clock.advance(2 * DAY + 1_000);
    expect((await ask(address, '/news-sitemap.xml')).body).not.toContain('<loc>');
  });
};
