import type { Core } from '@strapi/strapi';
import type { LatestService } from '../api';
import { latestQuotes } from './latest-quotes';

/** The "Recent Quotes" box for an app's own pages: what `GET /api/quote-snapshots/latest` answers. */
export default ({ strapi }: { strapi: Core.Strapi }): LatestService => ({
  quotes: (list, locale) => latestQuotes(strapi, { list, locale }),
});
