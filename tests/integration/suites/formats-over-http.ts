import { publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';

/** What formats are answered with besides their text: versions, times and addresses. */
export const formatsOverHttp: Suite = (newsroom) => {
  const get = (address: string) => newsroom().http().get(address);

  it('all of it is asked for conditionally', async () => {
    const documentId = await publishArticle(newsroom(), ['Out']);
    const addresses = [
      ...['/feeds/rss', '/feeds/atom', '/feeds/json', '/sitemap.xml', '/sitemaps/articles-1.xml'],
      ...['/news-sitemap.xml', '/robots.txt', `/api/articles/${documentId}/json-ld`],
      ...[`/api/articles/${documentId}/ninjs`],
    ];
    for (const address of addresses) {
      const { headers } = await get(address).expect(200);
      expect(headers.etag).toMatch(/^"[\w-]+"$/);
      const again = await get(address)
        .set('If-None-Match', headers.etag ?? '')
        .expect(304);
      expect(again.text ?? '').toBe('');
      await get(address).set('If-None-Match', '"other"').expect(200);
    }
  });

  it('says when it last changed: at a publication, a quote and a company, but not what changes with the time of day', async () => {
    const { strapi } = newsroom();
    const { connection } = strapi.db;
    const company = await strapi.documents(COMPANY).create({ data: { name: 'Lastmod' } });
    await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'LMOD', mic: 'XNAS', company: company.documentId } });
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: LMOD)']);
    const addresses = [
      ...['/feeds/rss', '/feeds/atom', '/feeds/json', '/sitemap.xml', '/sitemaps/articles-1.xml'],
      ...[
        `/api/articles/${documentId}/json-ld`,
        `/api/articles/${documentId}/ninjs`,
        `/social/en/${documentId}.png`,
      ],
    ];
    const times = async (): Promise<number[]> => {
      const read: number[] = [];
      for (const address of addresses) {
        const { headers } = await get(address).expect(200);
        read.push(Date.parse(headers['last-modified'] ?? ''));
        await get(address)
          .set('If-Modified-Since', headers['last-modified'] ?? '')
          .expect(304);
        await get(address).set('If-Modified-Since', new Date(0).toUTCString()).expect(200);
      }
      return read;
    };
    // The database's clock is its own, and this test's runs ahead of it: a minute ago, nothing had changed.
    const before = new Date(Date.now() - 60_000);
    await connection('newsroom_publications').update({ changed_at: before.getTime() });
    for (const table of ['companies', 'tickers']) await connection(table).update({ updated_at: before });
    const second = (time: Date): number => Math.floor(time.getTime() / 1_000) * 1_000;
    expect(await times()).toEqual(addresses.map(() => second(before)));
    newsroom().clock.advance(120_000);
    await strapi.documents(COMPANY).update({ documentId: company.documentId, data: { name: 'Renamed' } });
    newsroom().clock.advance(5_000);
    for (const time of await times()) expect(time).toBeGreaterThan(before.getTime());
    for (const address of ['/news-sitemap.xml', '/robots.txt', '/', '/api/ninjs'])
      expect((await get(address).expect(200)).headers).not.toHaveProperty('last-modified');
  });

  it('leads to this server for what it makes, and to the frontend for pages, also behind a proxy', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['Out'], { slug: 'elsewhere' });
    const configured = strapi.config.get('newsroom.site');
    strapi.config.set('newsroom.site', {
      ...(configured as object),
      enabled: false,
      url: 'https://news.example.com',
      serverUrl: 'https://cms.example.com',
    });
    try {
      const rss = await get('/feeds/rss').expect(200);
      expect(rss.text).toContain('https://news.example.com/articles/elsewhere');
      expect(rss.text).toContain('https://cms.example.com/feeds/rss');
      const robots = await get('/robots.txt').expect(200);
      expect(robots.text).toContain('Sitemap: https://cms.example.com/sitemap.xml');
      const ninjs = await get(`/api/articles/${documentId}/ninjs`).expect(200);
      expect(ninjs.body.uri).toBe(`https://cms.example.com/api/articles/${documentId}/ninjs?locale=en`);
      for (const { text } of [rss, robots]) expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
    } finally {
      strapi.config.set('newsroom.site', configured);
    }
  });
};
