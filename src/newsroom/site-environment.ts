import type { Core } from '@strapi/strapi';
import { oneOf, read, url, type Environment } from './environment';
import type { Site } from './site-addresses';

/** What `config/newsroom.ts` holds of the site; `url` is undefined where SITE_URL is not given. */
export interface SiteSettings {
  enabled: boolean;
  url: string | undefined;
  /** The name of the publication. */
  name: string;
  /** Whether the news sitemap names the tickers of each article. */
  tickersInSitemap: boolean;
}

/**
 * Reads `SITE_ENABLED` (the default is true), `SITE_URL`, `SITE_NAME` and `NEWS_SITEMAP_TICKERS`.
 *
 * @throws Error that names the variable and what it takes
 */
export const readSiteEnvironment = (env: Environment): SiteSettings => {
  const enabled = oneOf(env, 'SITE_ENABLED', ['true', 'false']) === 'true';
  const name = read(env, 'SITE_NAME') ?? 'Quotemark';
  const tickersInSitemap = oneOf(env, 'NEWS_SITEMAP_TICKERS', ['false', 'true']) === 'true';
  const address = url(env, 'SITE_URL');
  if (address === undefined) return { enabled, url: undefined, name, tickersInSitemap };
  const { origin, pathname, search, hash, username, password } = new URL(address);
  // The message does not repeat the value: an address may carry credentials.
  if (pathname !== '/' || search || hash || username || password) {
    throw new Error('SITE_URL has more than an origin: give it as https://news.example.com.');
  }
  return { enabled, url: origin, name, tickersInSitemap };
};

/** The server's own address as a browser on this machine can open it: Strapi names the address that it listens on. */
const serverUrlOf = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('server.absoluteUrl').replace(/^(https?:\/\/)(0\.0\.0\.0|\[::\])/, '$1localhost');

const settingsOf = (strapi: Core.Strapi): SiteSettings => strapi.config.get<SiteSettings>('newsroom.site');

/** The name of the publication, as readers and aggregators are told it. */
export const siteNameOf = (strapi: Core.Strapi): string => settingsOf(strapi).name;

/** Whether the news sitemap names the tickers of each article. */
export const hasTickersInSitemap = (strapi: Core.Strapi): boolean => settingsOf(strapi).tickersInSitemap;

/** The site as this newsroom is configured. */
export const siteOf = (strapi: Core.Strapi): Site => {
  const { enabled, url: given } = settingsOf(strapi);
  const serverUrl = serverUrlOf(strapi);
  const siteUrl = given ?? serverUrl;
  return { enabled, url: siteUrl, serverUrl: enabled ? siteUrl : serverUrl };
};
