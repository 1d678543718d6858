import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import {
  companyPath,
  feedPath,
  frontPath,
  pageUrl,
  serverUrl,
  type FeedChoice,
  type FeedFormat,
} from '../../site-addresses';
import { siteNameOf, siteOf } from '../../site-environment';
import { defaultLocale } from '../../strapi/locales';
import type { HasRight } from '../../strapi/public-rights';
import { COMPANY } from '../../type-names';
import { singleParameter } from '../answers/read-query';
import { readArticles } from '../articles/read-articles';
import { readLastModified } from '../answers/last-modified';
import { toFeedEntry, type Feed } from './feed';
import { addLateRetractions } from './late-retractions';

/** The number of entries on a page. Feed readers ask often, and for the newest. */
export const ENTRIES_PER_PAGE = 50;

const KINDS = ['news', 'analysis', 'opinion', 'press-release'] as const;

export const feedQuery = z.object({
  kind: z.enum(KINDS).optional(),
  company: singleParameter,
  locale: singleParameter,
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});

type FeedQuery = z.infer<typeof feedQuery>;

/**
 * The company of a feed.
 *
 * @throws NotFoundError if there is none, or visitors may not read companies
 */
const requireCompany = async (strapi: Core.Strapi, has: HasRight, slug: string) => {
  const company: { documentId: string; name: string } | null = (await has(`${COMPANY}.find`))
    ? await strapi.db.query(COMPANY).findOne({ select: ['documentId', 'name'], where: { slug } })
    : null;
  if (!company) throw new errors.NotFoundError(`No company "${slug}".`);
  return company;
};

/** @throws NotFoundError if the newsroom does not have the locale */
const requireLocale = async (strapi: Core.Strapi, code: string): Promise<void> => {
  const known: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  if (!known.some((one) => one.code === code)) throw new errors.NotFoundError(`No locale "${code}".`);
};

/**
 * A page of a feed, and the time of the last change to its articles.
 *
 * @throws NotFoundError if the locale, the company or the page does not exist
 */
export const readFeed = async (
  strapi: Core.Strapi,
  has: HasRight,
  format: FeedFormat,
  { kind, company: slug, locale: asked, page = 1 }: FeedQuery,
): Promise<{ feed: Feed; lastModified: Date | undefined }> => {
  const standard = await defaultLocale(strapi);
  const locale = asked ?? standard;
  await requireLocale(strapi, locale);
  const company = slug === undefined ? undefined : await requireCompany(strapi, has, slug);
  const lastModified = await readLastModified(strapi);
  const where = {
    locale,
    ...(kind && { kind }),
    ...(company && { companies: { documentId: company.documentId } }),
  };
  const found = await readArticles(strapi, has, {
    where,
    // One more is read, to know whether there is a next page.
    limit: ENTRIES_PER_PAGE + 1,
    offset: (page - 1) * ENTRIES_PER_PAGE,
  });
  if (found.length === 0 && page > 1) throw new errors.NotFoundError(`The feed has no page ${page}.`);

  const site = siteOf(strapi);
  const published = found.slice(0, ENTRIES_PER_PAGE);
  const articles =
    page === 1 ? await addLateRetractions(strapi, has, published, where, ENTRIES_PER_PAGE) : published;
  const choice: FeedChoice = { kind, company: slug, locale: asked };
  const address = (number: number): string => serverUrl(site, feedPath(format, { ...choice, page: number }));
  const feed: Feed = {
    title: [siteNameOf(strapi), company?.name, kind].filter(Boolean).join(' – '),
    pageUrl: pageUrl(
      site,
      slug === undefined ? frontPath(locale, standard) : companyPath(slug, locale, standard),
    ),
    selfUrl: address(page),
    firstUrl: address(1),
    previousUrl: page > 1 ? address(page - 1) : undefined,
    nextUrl: found.length > ENTRIES_PER_PAGE ? address(page + 1) : undefined,
    language: locale,
    updatedAt:
      articles
        .map((article) => article.updatedAt)
        .sort()
        .at(-1) ?? (lastModified ?? new Date(0)).toISOString(),
    entries: articles.map((article) => toFeedEntry(article, site, standard)),
  };
  return { feed, lastModified };
};
