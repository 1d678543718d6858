import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { sanitizeCallersQuery } from '../../strapi/callers-query';
import { contentApiResolver, queryOfArguments, type Resolver } from '../../strapi/graphql';
import { keepReasonLocale } from './reason-field';
import { latestQuotes } from '../latest-quotes';
import { loadSnapshots, type Parent } from './load-snapshots';

/** `Query.quoteSnapshots` and `Query.quoteSnapshot`: the record, within the caller's rights. */
export const resolveRecord =
  (strapi: Core.Strapi, action: 'findMany' | 'findOne'): Resolver =>
  async (parent, { locale, ...args }, context) => {
    const contentType = strapi.contentType(SNAPSHOT_UID);
    const query = queryOfArguments(strapi, args, { contentType, usePagination: action === 'findMany' });
    const found = await contentApiResolver(strapi, contentType, action)(parent, query, context);
    if (typeof locale === 'string') keepReasonLocale(found, locale);
    return found;
  };

/** `Article.quoteSnapshots`: the current snapshots of a document of this content type. */
export const snapshotsOfDocument =
  (strapi: Core.Strapi, uid: string): Resolver<Parent> =>
  async (parent, args, context) => {
    const contentType = strapi.contentType(SNAPSHOT_UID);
    // Without pagination, an article has all of its quotes. The app's default limit would silently leave some out.
    const usePagination = Boolean(args.pagination);
    const given = queryOfArguments(strapi, args, { contentType, usePagination });
    const query = await sanitizeCallersQuery(strapi, contentType, given, context.state.auth);
    return loadSnapshots(strapi, context, uid, query, parent);
  };

/** `Query.latestQuotes`: the same answer as `GET /api/quote-snapshots/latest`. */
export const resolveLatestQuotes =
  (strapi: Core.Strapi): Resolver =>
  async (_parent, args) => {
    const { instruments, locale } = args as { instruments?: string[] | null; locale?: string | null };
    const { data, meta } = await latestQuotes(strapi, {
      list: instruments?.join(','),
      locale: locale ?? undefined,
    });
    return { data: data.map((quote) => ({ ...quote, quotedAt: quote.quotedAt.toISOString() })), meta };
  };
