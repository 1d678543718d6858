import type { Core } from '@strapi/strapi';
import { oneOf, readVariable, readUrl, type Environment } from './environment';
import type { Site } from './site-addresses';

/** The site's settings in `config/newsroom.ts`. `url` is undefined if SITE_URL is not set. */
export interface SiteSettings {
  enabled: boolean;
  url: string | undefined;
  /** The origin at which this server is reached; undefined if SERVER_URL is not set. */
  serverUrl: string | undefined;
  /** The name of the publication. */
  name: string;
  /** Whether the news sitemap names the tickers of each article. */
  tickersInSitemap: boolean;
}

/** @throws Error that names the variable if it is not an origin */
const origin = (env: Environment, name: string, example: string): string | undefined => {
  const address = readUrl(env, name);
  if (address === undefined) return undefined;
  const { origin: read, pathname, search, hash, username, password } = new URL(address);
  // The message does not repeat the value, because an address may contain credentials.
  if (pathname !== '/' || search || hash || username || password) {
    throw new Error(`${name} has more than an origin: give it as ${example}.`);
  }
  return read;
};

/**
 * Reads `SITE_ENABLED` (the default is true), `SITE_URL`, `SERVER_URL`, `SITE_NAME` and `NEWS_SITEMAP_TICKERS`.
 *
 * @throws Error that names the variable and the valid values
 */
export const readSiteEnvironment = (env: Environment): SiteSettings => ({
  enabled: oneOf(env, 'SITE_ENABLED', ['true', 'false']) === 'true',
  url: origin(env, 'SITE_URL', 'https://news.example.com'),
  serverUrl: origin(env, 'SERVER_URL', 'https://cms.example.com'),
  name: readVariable(env, 'SITE_NAME') ?? 'Quotemark',
  tickersInSitemap: oneOf(env, 'NEWS_SITEMAP_TICKERS', ['false', 'true']) === 'true',
});

/** The server's own address for a browser on this machine. Strapi's setting is the address on which it listens. */
const serverUrlOf = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('server.absoluteUrl').replace(/^(https?:\/\/)(0\.0\.0\.0|\[::\])/, '$1localhost');

const settingsOf = (strapi: Core.Strapi): SiteSettings => strapi.config.get<SiteSettings>('newsroom.site');

/** The name of the publication, for readers and aggregators. */
export const siteNameOf = (strapi: Core.Strapi): string => settingsOf(strapi).name;

/** Whether the news sitemap names the tickers of each article. */
export const hasTickersInSitemap = (strapi: Core.Strapi): boolean => settingsOf(strapi).tickersInSitemap;

/** The addresses of this newsroom, from its configuration. */
export const siteOf = (strapi: Core.Strapi): Site => {
  const { enabled, url: siteUrl, serverUrl } = settingsOf(strapi);
  // Behind a proxy, a server without pages cannot know its public address, so SERVER_URL states it.
  const own = serverUrl ?? (enabled ? siteUrl : undefined) ?? serverUrlOf(strapi);
  return { enabled, url: siteUrl ?? own, serverUrl: own };
};
