import * as addresses from '../../../src/newsroom/site-addresses';
import { readSiteEnvironment } from '../../../src/newsroom/site-environment';

describe('the addresses of the site', () => {
  it('have a prefix in every locale but the default one', () => {
    expect(addresses.frontPath('en', 'en')).toBe('/');
    expect(addresses.frontPath('es', 'en')).toBe('/es');
    expect(addresses.articlePath('steady', 'en', 'en')).toBe('/articles/steady');
    expect(addresses.articlePath('estables', 'es', 'en')).toBe('/es/articles/estables');
    expect(addresses.companyPath('asml', 'nl', 'en')).toBe('/nl/companies/asml');
    expect(addresses.tickerPath({ mic: 'XNYS', symbol: 'BRK.B' }, 'en', 'en')).toBe('/tickers/XNYS/BRK.B');
  });

  it('encode what is no part of a path', () => {
    expect(addresses.articlePath('a/b?c', 'en', 'en')).toBe('/articles/a%2Fb%3Fc');
    expect(addresses.feedPath('atom', { company: 'a&b', locale: 'en' })).toBe(
      '/feeds/atom?company=a%26b&locale=en',
    );
  });

  it('name the first page of a feed without a number', () => {
    expect(addresses.feedPath('rss')).toBe('/feeds/rss');
    expect(addresses.feedPath('json', { page: 1 })).toBe('/feeds/json');
    expect(addresses.feedPath('json', { kind: 'news', page: 2 })).toBe('/feeds/json?kind=news&page=2');
  });
});

describe('the SITE_ variables', () => {
  it('have defaults', () => {
    expect(readSiteEnvironment({})).toEqual({
      enabled: true,
      url: undefined,
      serverUrl: undefined,
      name: 'Quotemark',
      tickersInSitemap: false,
    });
  });

  it('take an origin, with or without a slash', () => {
    const given = { SITE_ENABLED: 'false', SITE_URL: 'https://news.example.com/' };
    expect(readSiteEnvironment(given)).toMatchObject({ enabled: false, url: 'https://news.example.com' });
  });

  it.each([
    [{ SITE_ENABLED: 'no' }, 'SITE_ENABLED is "no": use true or false'],
    [{ NEWS_SITEMAP_TICKERS: '1' }, 'NEWS_SITEMAP_TICKERS is "1": use false or true'],
    [{ SITE_URL: 'news.example.com' }, 'SITE_URL is not an http or https address'],
    [{ SITE_URL: 'https://example.com/news' }, 'SITE_URL has more than an origin'],
    [{ SERVER_URL: 'https://example.com/cms' }, 'SERVER_URL has more than an origin'],
    [{ SITE_URL: 'https://user:secret@example.com' }, 'SITE_URL has more than an origin'],
  ])('name themselves when they are wrong: %j', (environment, message) => {
    expect(() => readSiteEnvironment(environment)).toThrow(message);
  });
});
