import { databaseTime } from '../../src/newsroom/clock/database-time';
import { runScheduleTurn } from '../../src/newsroom/schedule/run-turn';
import { ARTICLE_ACT } from '../../src/newsroom/type-names';
import { ARTICLE, body, settled, title } from './articles';
import type { Newsroom } from './newsroom';

export const MINUTE_MS = 60_000;

export interface ActLine {
  act: string;
  by: string;
  byAdmin: number | null;
  reason: string | null;
  before: Record<string, string | null> | null;
  after: Record<string, unknown> | null;
}

/** An instant some milliseconds from now, by the database's clock. */
export const inMs = async ({ strapi }: Newsroom, milliseconds: number): Promise<Date> =>
  new Date((await databaseTime(strapi)).getTime() + milliseconds);

/** A draft with these attributes; its documentId. */
export const draftArticle = async (
  { strapi }: Newsroom,
  data: Record<string, unknown> = {},
): Promise<string> => {
  const made = await strapi
    .documents(ARTICLE)
    .create({ data: { title: title(), body: body('Rates (NASDAQ: MSFT)'), ...data } as never });
  return made.documentId;
};

/** Time passes, and the schedule has its turn. */
export const passTime = async (newsroom: Newsroom, milliseconds: number): Promise<void> => {
  newsroom.clock.advance(milliseconds);
  await runScheduleTurn(newsroom.strapi);
  await settled(newsroom);
};

/** The list of acts of an article in a locale, oldest first. */
export const actsOf = ({ strapi }: Newsroom, documentId: string, locale = 'en'): Promise<ActLine[]> =>
  strapi.db.query(ARTICLE_ACT).findMany({
    where: { articleDocumentId: documentId, articleLocale: locale },
    orderBy: { id: 'asc' },
  });

export const actNames = async (newsroom: Newsroom, documentId: string, locale = 'en'): Promise<string[]> =>
  (await actsOf(newsroom, documentId, locale)).map(({ act }) => act);

/** Whether readers get the article. */
export const isOut = async ({ http }: Newsroom, documentId: string, locale = 'en'): Promise<boolean> =>
  (await http().get(`/api/articles/${documentId}?locale=${locale}`)).status === 200;

interface StoredTimes {
  publishAt: string | null;
  unpublishAt: string | null;
  embargoUntil: string | null;
  proposedPublishAt: string | null;
  proposedUnpublishAt: string | null;
}

/** The times as they stand in the draft, or in the published version. */
export const storedTimes = (
  { strapi }: Newsroom,
  documentId: string,
  { locale = 'en', published = false }: { locale?: string; published?: boolean } = {},
): Promise<StoredTimes | null> =>
  strapi.db.query(ARTICLE).findOne({
    select: ['publishAt', 'unpublishAt', 'embargoUntil', 'proposedPublishAt', 'proposedUnpublishAt'],
    where: { documentId, locale, publishedAt: published ? { $notNull: true } : null },
  });
