import type { Core } from '@strapi/strapi';
import type { LatestService } from '../api';
import { latestQuotes } from '../content-api/latest-quotes';

export default ({ strapi }: { strapi: Core.Strapi }): LatestService => ({
  quotes: (list) => latestQuotes(strapi, list),
});
