import type { Core } from '@strapi/strapi';
import type { LatestService } from '../api';
import { latestQuotes } from './latest-quotes';

/** The "Recent Quotes" box for an app's own pages: the same answer as `GET /api/quote-snapshots/latest`. */
export default ({ strapi }: { strapi: Core.Strapi }): LatestService => ({
  quotes: (list, locale) => latestQuotes(strapi, { list, locale }),
});
