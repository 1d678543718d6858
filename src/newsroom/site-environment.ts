import type { Core } from '@strapi/strapi';
import { oneOf, url, type Environment } from './environment';
import type { Site } from './site-addresses';

/** What `config/newsroom.ts` holds of the site; `url` is undefined where SITE_URL is not given. */
export interface SiteSettings {
  enabled: boolean;
  url: string | undefined;
}

/**
 * Reads `SITE_ENABLED` (the default is true) and `SITE_URL`.
 *
 * @throws Error that names the variable and what it takes
 */
export const readSiteEnvironment = (env: Environment): SiteSettings => {
  const enabled = oneOf(env, 'SITE_ENABLED', ['true', 'false']) === 'true';
  const address = url(env, 'SITE_URL');
  if (address === undefined) return { enabled, url: undefined };
  const { origin, pathname, search, hash, username, password } = new URL(address);
  // The message does not repeat the value: an address may carry credentials.
  if (pathname !== '/' || search || hash || username || password) {
    throw new Error('SITE_URL has more than an origin: give it as https://news.example.com.');
  }
  return { enabled, url: origin };
};

/** The server's own address as a browser on this machine can open it: Strapi names the address that it listens on. */
const serverUrlOf = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('server.absoluteUrl').replace(/^(https?:\/\/)(0\.0\.0\.0|\[::\])/, '$1localhost');

/** The site as this newsroom is configured. */
export const siteOf = (strapi: Core.Strapi): Site => {
  const { enabled, url: given } = strapi.config.get<SiteSettings>('newsroom.site');
  const serverUrl = serverUrlOf(strapi);
  const siteUrl = given ?? serverUrl;
  return { enabled, url: siteUrl, serverUrl: enabled ? siteUrl : serverUrl };
};
