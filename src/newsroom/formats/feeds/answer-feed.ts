import type { Core } from '@strapi/strapi';
import type { FeedFormat } from '../../site-addresses';
import { siteNameOf } from '../../site-environment';
import { answerConditionally, type Context } from '../answers/answer-conditionally';
import { readQuery } from '../answers/read-query';
import { requirePublicArticles } from '../answers/rights-of-visitors';
import { writeAtom } from './atom';
import type { Feed } from './feed';
import { writeJsonFeed } from './json-feed';
import { feedQuery, readFeed } from './read-feed';
import { writeRss } from './rss';

interface Writer {
  type: string;
  write(feed: Feed, siteName: string): string;
}

const WRITERS: Readonly<Record<FeedFormat, Writer>> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
};

/** `GET /feeds/rss?kind=news&company=microsoft&locale=es&page=2`; `atom` and `json` work in the same way. */
export const answerFeed = async (strapi: Core.Strapi, ctx: Context, format: FeedFormat): Promise<void> => {
  const has = await requirePublicArticles(strapi);
  const { feed, lastModified } = await readFeed(strapi, has, format, readQuery(ctx.query, feedQuery));
  const { type, write } = WRITERS[format];
  answerConditionally(ctx, { type, body: write(feed, siteNameOf(strapi)), lastModified });
};
