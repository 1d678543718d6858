import { ARTICLE, body, publishArticle, settled, title } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { faultsOfAtom } from '../../support/standards/atom';
import { faultsOfJsonFeed } from '../../support/standards/json-feed';
import { faultsOfJsonLd } from '../../support/standards/json-ld';
import { faultsOfRss } from '../../support/standards/rss';
import { faultsOfSitemap } from '../../support/standards/sitemaps';
import { listOf, parseXml, textOf, type Element } from '../../support/standards/xml';
import { withoutPublicPermission } from '../../support/public-permission';

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';
const RTL = 'ارتفعت أسهم <Microsoft> & (NASDAQ: MSFT) "اليوم"';

/** An article in the formats of search engines, readers of feeds and crawlers. */
export const formats: Suite = (newsroom) => {
  let companies = 0;

  /** A company with a listing that articles may name, and no logo. */
  const createCompany = async (symbol: string, name = `Maker of ${symbol}`) => {
    const { strapi } = newsroom();
    companies += 1;
    const company = await strapi.documents(COMPANY).create({
      data: { name, slug: `maker-${symbol.toLowerCase()}-${companies}`, lei: '5493001KJTIIGC8Y1R12' },
    });
    await strapi.documents(TICKER).create({
      data: { symbol, mic: 'XNAS', exchange: 'NASDAQ', isin: 'US0378331005', company: company.documentId },
    });
    return company;
  };
  const get = (address: string) => newsroom().http().get(address);
  const graphOf = async (documentId: string, locale = 'en') => {
    const answer = await get(`/api/articles/${documentId}/json-ld?locale=${locale}`).expect(200);
    const graph = JSON.parse(answer.text) as { '@graph': Element[] };
    expect(faultsOfJsonLd(graph)).toEqual([]);
    return graph['@graph'];
  };
  const itemsOf = async (query = ''): Promise<Element[]> => {
    const { text } = await get(`/feeds/rss${query}`).expect(200);
    expect(faultsOfRss(text)).toEqual([]);
    return listOf(parseXml(text).rss?.channel as Element, 'item');
  };

  // What is published at the same instant is in no order.
  beforeEach(() => newsroom().clock.advance(1_000));

  describe('JSON-LD', () => {
    it('names the article, its companies with their listings, and the prices at publication', async () => {
      newsroom().provider.quote('LDA', { Price: 12.5, PrevClose: 12 });
      await createCompany('LDA');
      const documentId = await publishArticle(newsroom(), ['Up (NASDAQ: LDA).'], {
        kind: 'analysis',
        byline: 'Ada Lovelace',
        summary: 'In short.',
      });
      // On a busy machine the quote may come after the deadline.
      await settled(newsroom());
      const graph = await graphOf(documentId);
      const [article] = graph;
      expect(article).toMatchObject({
        '@type': 'AnalysisNewsArticle',
        description: 'In short.',
        author: { '@type': 'Person', name: 'Ada Lovelace' },
        inLanguage: 'en',
      });
      const company = graph.find((node) => node['@type'] === 'Corporation');
      expect(company).toMatchObject({ tickerSymbol: 'XNAS LDA', leiCode: '5493001KJTIIGC8Y1R12' });
      expect(company).not.toHaveProperty('logo');
      expect(article?.about).toEqual({ '@id': company?.['@id'] });
      expect(graph.find((node) => node['@type'] === 'Observation')).toMatchObject({
        value: 12.5,
        unitText: 'USD',
        observationAbout: { '@id': company?.['@id'] },
      });
    });

    it('is valid for an article with nothing but a title, and for one with 500 mentions', async () => {
      const { strapi } = newsroom();
      const bare = await strapi.documents(ARTICLE).create({ data: { title: title() }, status: 'published' });
      expect(await graphOf(bare.documentId)).toHaveLength(2);
      const symbols = Array.from(
        { length: 500 },
        (_, n) => `M${String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))}`,
      );
      await strapi.db
        .query(TICKER)
        .createMany({ data: symbols.map((symbol) => ({ symbol, mic: 'XNYS', listingStatus: 'active' })) });
      const many = await publishArticle(newsroom(), [symbols.map((one) => `(NYSE: ${one})`).join(' ')]);
      const named = (await graphOf(many)).filter((node) => node['@type'] === 'Corporation');
      expect(named).toHaveLength(500);
      await strapi.db.query(TICKER).deleteMany({ where: { symbol: { $in: symbols } } });
    }, 120_000);

    it('is not there for a draft, an unpublished article, or in a locale without a version', async () => {
      const { strapi } = newsroom();
      const draft = await strapi.documents(ARTICLE).create({ data: { title: title() } });
      await get(`/api/articles/${draft.documentId}/json-ld`).expect(404);
      const documentId = await publishArticle(newsroom(), ['Out']);
      await get(`/api/articles/${documentId}/json-ld?locale=fr`).expect(404);
      await get(`/api/articles/${documentId}/json-ld?locale=en&locale=fr`).expect(400);
      await strapi.documents(ARTICLE).unpublish({ documentId, locale: 'en' });
      await get(`/api/articles/${documentId}/json-ld`).expect(404);
    });

    it('is for whoever may read the article, with what they may see of its companies', async () => {
      await createCompany('LDB');
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: LDB)']);
      await withoutPublicPermission(newsroom(), 'api::company.company.find', async () => {
        const { text } = await get(`/api/articles/${documentId}/json-ld`).expect(200);
        expect(text).toContain('XNAS LDB');
        expect(text).not.toContain('Maker of LDB');
      });
      await withoutPublicPermission(newsroom(), 'api::article.article.findOne', async () => {
        await get(`/api/articles/${documentId}/json-ld`).expect(403);
      });
    });
  });

  describe('feeds', () => {
    it('are valid, and have tickers as categories', async () => {
      await createCompany('FEDA');
      const headline = `${RTL} ${title()}`;
      await publishArticle(newsroom(), ['(NASDAQ: FEDA)'], { title: headline, summary: '<b>5 & 6</b>' });
      const [item] = await itemsOf();
      expect(textOf(item?.title)).toBe(headline);
      expect(textOf(item?.description)).toBe('<b>5 & 6</b>');
      const categories = listOf(item ?? {}, 'category').map((one) => [
        new URL(String(one['@domain'])).pathname,
        textOf(one),
      ]);
      expect(categories).toEqual([
        ['/rss/kind', 'news'],
        ['/rss/organization', expect.stringMatching(/^maker-feda/)],
        ['/rss/stock', 'NASDAQ:FEDA'],
        ['/rss/ISIN', 'US0378331005'],
      ]);

      const atom = await get('/feeds/atom').expect(200);
      expect(atom.headers['content-type']).toContain('application/atom+xml');
      expect(faultsOfAtom(atom.text)).toEqual([]);
      const [entry] = listOf(parseXml(atom.text).feed ?? {}, 'entry');
      expect(listOf(entry ?? {}, 'category')).toContainEqual(
        expect.objectContaining({ '@term': 'XNAS:FEDA', '@label': 'NASDAQ:FEDA' }),
      );

      const json = await get('/feeds/json').expect(200);
      const text = json.text ?? JSON.stringify(json.body);
      expect(faultsOfJsonFeed(text)).toEqual([]);
      expect(JSON.parse(text).items[0]).toMatchObject({
        title: headline,
        tags: expect.arrayContaining(['XNAS:FEDA']),
      });
    });

    it('are of a kind, a company or a locale, and valid where they are empty', async () => {
      const { strapi } = newsroom();
      const company = await createCompany('FEDB');
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: FEDB)'], { kind: 'opinion' });
      await strapi.documents(ARTICLE).update({
        documentId,
        locale: 'es',
        data: { title: 'Subieron', body: body('(NASDAQ: FEDB)') },
        status: 'published',
      });
      expect(textOf((await itemsOf('?kind=opinion'))[0]?.link)).not.toContain('/es/');
      const spanish = await itemsOf('?locale=es');
      expect(textOf(spanish[0]?.link)).toContain('/es/articles/');
      const own = await itemsOf(`?company=${company.slug}`);
      expect(own.map((item) => textOf(item.guid))).toEqual([expect.stringContaining(documentId)]);
      expect(await itemsOf('?locale=de&kind=press-release')).toEqual([]);
      for (const [format, faults] of [
        ['atom', faultsOfAtom],
        ['json', faultsOfJsonFeed],
      ] as const) {
        const answer = await get(`/feeds/${format}?locale=de&kind=press-release`).expect(200);
        expect(faults(answer.text ?? JSON.stringify(answer.body))).toEqual([]);
      }
      await get('/feeds/rss?company=nobody').expect(404);
      await get('/feeds/rss?locale=xx').expect(404);
      for (const query of ['kind=gossip', 'page=0', 'kind=news&kind=opinion', 'filters[title]=x'])
        await get(`/feeds/rss?${query}`).expect(400);
    });

    it('have pages, which overlap nowhere and hold no body', async () => {
      const { strapi } = newsroom();
      const megabyte = 'word '.repeat(200_000);
      await publishArticle(newsroom(), [megabyte], { title: title() });
      const paged = strapi.documents(ARTICLE);
      for (let n = 0; n < 60; n += 1)
        await paged.create({ data: { title: title(), kind: 'press-release' }, status: 'published' });
      const first = await get('/feeds/json?kind=press-release').expect(200);
      const feed = JSON.parse(first.text ?? JSON.stringify(first.body));
      expect(feed.items).toHaveLength(50);
      const next = new URL(feed.next_url);
      const second = await get(`${next.pathname}${next.search}`).expect(200);
      const rest = JSON.parse(second.text ?? JSON.stringify(second.body));
      const ids = [...feed.items, ...rest.items].map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(rest).not.toHaveProperty('next_url');
      await get('/feeds/json?kind=press-release&page=99').expect(404);
      const { text } = await get('/feeds/rss').expect(200);
      expect(text.length).toBeLessThan(200_000);
    }, 120_000);

    it('show no draft, and nothing where visitors may read no articles', async () => {
      const { strapi } = newsroom();
      const documentId = await publishArticle(newsroom(), ['Out'], { title: 'Words that are out' });
      await strapi.documents(ARTICLE).update({ documentId, data: { title: 'Words of a draft' } });
      for (const format of ['rss', 'atom', 'json']) {
        const answer = await get(`/feeds/${format}`).expect(200);
        const text = answer.text ?? JSON.stringify(answer.body);
        expect(text).toContain('Words that are out');
        expect(text).not.toContain('Words of a draft');
      }
      await withoutPublicPermission(newsroom(), 'api::article.article.find', async () => {
        const addresses = ['/feeds/rss', '/feeds/json', '/sitemap.xml', '/news-sitemap.xml'];
        for (const address of [...addresses, '/sitemaps/articles-1.xml']) await get(address).expect(404);
        const { text } = await get('/robots.txt').expect(200);
        expect(text).not.toContain('Sitemap:');
      });
      await withoutPublicPermission(newsroom(), 'api::company.company.find', async () => {
        await get('/sitemaps/companies-1.xml').expect(404);
        const { text } = await get('/sitemap.xml').expect(200);
        expect(text).not.toContain('companies');
      });
    });
  });

  describe('sitemaps', () => {
    it('lead from robots.txt to every page in every language', async () => {
      const { strapi } = newsroom();
      const documentId = await publishArticle(newsroom(), ['Out'], { slug: 'shared-by-two-locales' });
      await strapi.documents(ARTICLE).update({
        documentId,
        locale: 'fr',
        data: { title: 'Paru', slug: 'shared-by-two-locales' },
        status: 'published',
      });
      const robots = await get('/robots.txt').expect(200);
      expect(robots.headers['content-type']).toContain('text/plain');
      const [index, news] = [...robots.text.matchAll(/^Sitemap: (.+)$/gm)].map(([, at]) => new URL(at ?? ''));
      expect(news?.pathname).toBe('/news-sitemap.xml');
      const { text } = await get(index?.pathname ?? '').expect(200);
      expect(faultsOfSitemap(text)).toEqual([]);
      const pages: Element[] = [];
      for (const { loc } of listOf(parseXml(text).sitemapindex ?? {}, 'sitemap')) {
        const sitemap = await get(new URL(textOf(loc)).pathname).expect(200);
        expect(faultsOfSitemap(sitemap.text)).toEqual([]);
        pages.push(...listOf(parseXml(sitemap.text).urlset ?? {}, 'url'));
      }
      const paths = pages.map(({ loc }) => new URL(textOf(loc)).pathname);
      expect(paths).toEqual(
        expect.arrayContaining([
          '/',
          '/es',
          '/articles/shared-by-two-locales',
          '/fr/articles/shared-by-two-locales',
        ]),
      );
      const page = pages[paths.indexOf('/articles/shared-by-two-locales')] ?? {};
      expect(listOf(page, 'xhtml:link').map((link) => link['@hreflang'])).toEqual(['en', 'fr', 'x-default']);
      await get('/sitemaps/articles-999.xml').expect(404);
      await get('/sitemaps/articles-x.xml').expect(404);
    });

    it('have the news of two days, and nothing that is older', async () => {
      const { clock, strapi } = newsroom();
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { title: 'News & more' });
      // The database records it by its own clock, which the suites before have left behind.
      await strapi.db
        .connection('newsroom_publications')
        .where({ document_id: documentId })
        .update({ first_published_at: Date.now() });
      const { text } = await get('/news-sitemap.xml').expect(200);
      expect(faultsOfSitemap(text)).toEqual([]);
      expect(text).toContain('<news:title>News &amp; more</news:title>');
      // Behind a switch, which is off.
      expect(text).not.toContain('stock_tickers');
      clock.advance(3 * 86_400_000);
      const later = await get('/news-sitemap.xml').expect(200);
      expect(later.text).not.toContain('News &amp; more');
      expect(faultsOfSitemap(later.text)).toEqual([]);
    });
  });
};
