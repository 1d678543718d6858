import { oneOf, readVariable, wholeNumber, type Environment } from './environment';
import { newsSitemapEnd } from './formats/sitemaps/news-sitemap';
import { COUNT_REQUESTS } from './rate-limits/rate-limiter';
import {
  FEED_FORMATS,
  NEWS_SITEMAP_PATH,
  ROBOTS_PATH,
  SITEMAP_PATH,
  SITEMAP_SECTIONS,
} from './site-addresses';

const find = (type: string): string[] => [`${type}.find`, `${type}.findOne`];

/**
 * Declares the newsroom's own code whose answers may be cached. Each entry was checked: its answer depends only on the database,
 * the address and the caller.
 *
 * Live quotes are not declared and so never cached: `quote-snapshots.latest`, `since`, and the pages of the site, each of which
 * shows a strip of live quotes. Nor is the list of ninjs items, which depends on open transactions. The pages still profit: they
 * ask the content API for their articles, and those answers are cached.
 */
const DECLARED = {
  handlers: find('plugin::quote-snapshots.quote-snapshot'),
  routes: [
    '/api/articles/:documentId/json-ld',
    '/api/articles/:documentId/ninjs',
    ...FEED_FORMATS.map((format) => `/feeds/${format}`),
    SITEMAP_PATH,
    ...SITEMAP_SECTIONS.map((section) => `/sitemaps/${section}-:page.xml`),
    { name: NEWS_SITEMAP_PATH, validUntil: (_ctx: unknown, body: string) => newsSitemapEnd(body) },
    ROBOTS_PATH,
    '/social/:locale/:documentId.png',
  ],
  // Apollo's plugins look only at the text of a query, which they may refuse, and only change answers that have errors.
  resolvers: [
    'Article.quoteSnapshots',
    'Query.quoteSnapshots',
    'Query.quoteSnapshot',
    'apolloServer.plugins',
  ],
  // A hit may skip these. The site's routes also match paths such as `/api/articles/x`, where they only read the locales and call the
  // next route. `waitForCaptures` delays publications only. `withholdEmbargoedFile` concerns files, and `showErrors` concerns errors;
  // neither is cached. `read-text-body` limits the size of bodies.
  middlewares: [
    'route /:locale/articles/:slug',
    'route /:locale/companies/:slug',
    'route /:locale/tickers/:mic/:symbol',
    'waitForCaptures',
    'withholdEmbargoedFile',
    'global::read-text-body',
    'showErrors',
  ],
};

/** Tables and columns that the worker and the provider quota's counters write all the time, and that no reader is shown. */
const IGNORED = {
  tables: ['quote_snapshots_usage'],
  columns: {
    quote_snapshots: ['lease_owner', 'lease_until', 'attempts', 'next_attempt_at', 'announced_at'],
  },
};

const seconds = (env: Environment, name: string): number | undefined =>
  readVariable(env, name) === undefined ? undefined : wholeNumber(env, name, 0, 31_536_000);

/** The headers for a CDN; null if no variable asks for any. */
const readCdn = (env: Environment) => {
  const sMaxAge = seconds(env, 'RESPONSE_CACHE_CDN_MAX_AGE');
  const staleWhileRevalidate = seconds(env, 'RESPONSE_CACHE_CDN_STALE');
  const tagHeader =
    readVariable(env, 'RESPONSE_CACHE_CDN_TAGS') &&
    oneOf(env, 'RESPONSE_CACHE_CDN_TAGS', ['Surrogate-Key', 'Cache-Tag', 'xkey']);
  const cdn = {
    ...(sMaxAge === undefined ? {} : { sMaxAge }),
    ...(staleWhileRevalidate === undefined ? {} : { staleWhileRevalidate }),
    ...(tagHeader ? { tagHeader } : {}),
  };
  return Object.keys(cdn).length > 0 ? cdn : null;
};

/**
 * Reads the `RESPONSE_CACHE_*` variables into the plugin's configuration.
 *
 * @throws Error that names the variable, its value and what to give instead
 */
export const readResponseCache = (env: Environment) => ({
  enabled: oneOf(env, 'RESPONSE_CACHE_ENABLED', ['true', 'false']) === 'true',
  maxMegabytes: wholeNumber(env, 'RESPONSE_CACHE_MAX_MB', 128, 65_536, 1),
  explainTo: oneOf(env, 'RESPONSE_CACHE_EXPLAIN', ['tokens', 'nobody', 'everyone']),
  shadow: wholeNumber(env, 'RESPONSE_CACHE_SHADOW_PERCENT', 0, 100) / 100,
  cdn: readCdn(env),
  declared: DECLARED,
  ignored: IGNORED,
  everyHitPasses: [COUNT_REQUESTS],
});
