import type { Core } from '@strapi/strapi';
import { DISCLAIMER } from '../type-names';
import type { PublishedDisclaimer } from './disclaimer';

/** Every published disclaimer, in all locales. A newsroom has only a few. */
export const readPublishedDisclaimers = (strapi: Core.Strapi): Promise<PublishedDisclaimer[]> =>
  strapi.db.query(DISCLAIMER).findMany({
    select: ['documentId', 'locale', 'key', 'name', 'text', 'appliesTo', 'publishedAt'],
    where: { publishedAt: { $notNull: true } },
  });
