import type { Core } from '@strapi/strapi';
import { DISCLAIMER } from '../type-names';
import type { PublishedDisclaimer } from './disclaimer';

/** Every disclaimer that is published, in all locales: a newsroom has a handful. */
export const publishedDisclaimers = (strapi: Core.Strapi): Promise<PublishedDisclaimer[]> =>
  strapi.db.query(DISCLAIMER).findMany({
    select: ['documentId', 'locale', 'key', 'name', 'text', 'appliesTo', 'publishedAt'],
    where: { publishedAt: { $notNull: true } },
  });
