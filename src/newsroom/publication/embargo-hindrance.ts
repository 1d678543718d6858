import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../type-names';

/** The embargo that keeps an article back, as a finding. */
export const embargoHindrance = (embargoUntil: string | Date | null | undefined, now: Date) => {
  if (!embargoUntil || new Date(embargoUntil) <= now) return undefined;
  const until = new Date(embargoUntil).toISOString();
  return {
    field: 'embargoUntil',
    fault: 'embargo' as const,
    values: { until },
    message: `The embargo holds until ${until}: schedule the article for that instant, or wait.`,
  };
};

/** The instant until which an article is under embargo, in whichever locale: it holds for all of them. Null where it is not. */
export const readEmbargo = async (strapi: Core.Strapi, documentId: string): Promise<Date | null> => {
  const under: { embargoUntil: string } | null = await strapi.db.query(ARTICLE).findOne({
    select: ['embargoUntil'],
    where: { documentId, publishedAt: null, embargoUntil: { $notNull: true } },
    orderBy: { embargoUntil: 'desc' },
  });
  return under ? new Date(under.embargoUntil) : null;
};
