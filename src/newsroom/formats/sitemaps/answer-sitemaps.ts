import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  NEWS_SITEMAP_PATH,
  serverUrl,
  SITEMAP_PATH,
  sitemapPath,
  SITEMAP_SECTIONS,
  type SitemapSection,
} from '../../site-addresses';
import { hasTickersInSitemap, siteNameOf, siteOf } from '../../site-environment';
import { defaultLocale } from '../../strapi/locales';
import { visitorRights, type HasRight } from '../../strapi/public-rights';
import { ARTICLE } from '../../type-names';
import { answerConditionally, type Context } from '../answers/answer-conditionally';
import { readLastModified } from '../answers/last-modified';
import { requirePublicArticles } from '../answers/rights-of-visitors';
import { readArticles } from '../articles/read-articles';
import { MOST_NEWS, NEWS_DAYS, writeNewsSitemap } from './news-sitemap';
import { countSitemaps, readPages, typeOfSection } from './read-pages';
import { writeSitemap, writeSitemapIndex } from './sitemap';

const XML = 'application/xml; charset=utf-8';
const DAY_MS = 86_400_000;

const maySee = async (has: HasRight, section: SitemapSection): Promise<boolean> => {
  const type = typeOfSection(section);
  return type === undefined || (await has(`${type}.find`));
};

/** `GET /sitemap.xml`: the index of the sitemaps. */
export const answerSitemapIndex = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const has = await requirePublicArticles(strapi);
  const site = siteOf(strapi);
  const urls: string[] = [];
  for (const section of SITEMAP_SECTIONS) {
    if (!(await maySee(has, section))) continue;
    const pages = section === 'fronts' ? 1 : await countSitemaps(strapi, section);
    for (let page = 1; page <= pages; page += 1) urls.push(serverUrl(site, sitemapPath(section, page)));
  }
  answerConditionally(ctx, {
    type: XML,
    body: writeSitemapIndex(urls),
    lastModified: await readLastModified(strapi),
  });
};

/** `GET /sitemaps/articles-1.xml`, and the same for companies, tickers and front pages. */
export const answerSitemap = async (
  strapi: Core.Strapi,
  ctx: Context,
  section: SitemapSection,
): Promise<void> => {
  const has = await requirePublicArticles(strapi);
  const { page = '' } = ctx.params as { page?: string };
  const pages =
    /^[1-9]\d{0,6}$/.test(page) && (await maySee(has, section))
      ? await readPages(strapi, section, Number(page))
      : [];
  if (pages.length === 0) throw new errors.NotFoundError(`No sitemap "${section}-${page.slice(0, 20)}".`);
  answerConditionally(ctx, {
    type: XML,
    body: writeSitemap(pages, await defaultLocale(strapi)),
    lastModified: await readLastModified(strapi),
  });
};

/** `GET /news-sitemap.xml`: the articles that were first published in the last two days. */
export const answerNewsSitemap = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const has = await requirePublicArticles(strapi);
  const since = new Date(Date.now() - NEWS_DAYS * DAY_MS);
  const articles = await readArticles(strapi, has, {
    // A retracted article is not news.
    where: { publishedAt: { $gte: since }, retractedAt: { $null: true } },
    limit: MOST_NEWS,
  });
  const body = writeNewsSitemap(
    articles.filter(({ firstPublishedAt }) => firstPublishedAt >= since.toISOString()),
    siteOf(strapi),
    siteNameOf(strapi),
    await defaultLocale(strapi),
    hasTickersInSitemap(strapi),
  );
  // No Last-Modified, because articles drop out with age, without any change.
  answerConditionally(ctx, { type: XML, body });
};

/** `GET /robots.txt`: what crawlers should not visit, and the sitemaps if articles are public. */
export const answerRobots = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const has = await visitorRights(strapi);
  const site = siteOf(strapi);
  const sitemaps = (await has(`${ARTICLE}.find`)) ? [SITEMAP_PATH, NEWS_SITEMAP_PATH] : [];
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /preview',
    '',
    ...sitemaps.map((path) => `Sitemap: ${serverUrl(site, path)}`),
  ];
  answerConditionally(ctx, { type: 'text/plain; charset=utf-8', body: `${lines.join('\n').trimEnd()}\n` });
};
