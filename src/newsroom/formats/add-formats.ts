import type { Core } from '@strapi/strapi';
import {
  FEED_FORMATS,
  NEWS_SITEMAP_PATH,
  ROBOTS_PATH,
  SITEMAP_PATH,
  SITEMAP_SECTIONS,
} from '../site-addresses';
import type { Context } from './answers/answer-conditionally';
import { answerSocialPicture } from './social-picture/answer-social-picture';
import { answerFeed } from './feeds/answer-feed';
import {
  answerNewsSitemap,
  answerRobots,
  answerSitemap,
  answerSitemapIndex,
} from './sitemaps/answer-sitemaps';

type Handler = (strapi: Core.Strapi, ctx: Context) => Promise<void>;
type Route = readonly [path: string, answer: Handler];

/** Routes outside of the content API. They show everybody what visitors may see, so they need no authentication. */
const ROUTES: readonly Route[] = [
  ...FEED_FORMATS.map(
    (format): Route => [`/feeds/${format}`, (strapi, ctx) => answerFeed(strapi, ctx, format)],
  ),
  [SITEMAP_PATH, answerSitemapIndex],
  ...SITEMAP_SECTIONS.map(
    (section): Route => [
      `/sitemaps/${section}-:page.xml`,
      (strapi, ctx) => answerSitemap(strapi, ctx, section),
    ],
  ),
  [NEWS_SITEMAP_PATH, answerNewsSitemap],
  [ROBOTS_PATH, answerRobots],
  ['/social/:locale/:documentId.png', answerSocialPicture],
];

/** Serves feeds, sitemaps and other formats for machines. Must be called before routes are mounted. */
export const addFormats = (strapi: Core.Strapi): void => {
  strapi.server.routes(
    ROUTES.map(([path, answer]) => ({
      method: 'GET' as const,
      path,
      handler: (ctx: Context) => answer(strapi, ctx),
      config: { auth: false as const },
    })),
  );
};
