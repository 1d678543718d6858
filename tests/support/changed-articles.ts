import { ARTICLE, title } from './articles';
import { renewSession, type Newsroom } from './newsroom';

export const RECORD = 'api::article-publication.article-publication';
export const ACT = 'api::article-act.article-act';
export const MINUTE_MS = 60_000;

export const WRONG = 'The dividend is 20 cents.';
export const RIGHT = 'The dividend is 20 pence.';
export const NOTE = 'An earlier version gave the dividend in cents.';
/** What an editor says with the right text. */
export const CORRECTION = { changeKind: 'correction' as const, changeNote: NOTE };

interface Told {
  at: string;
  text: string;
  kind: string;
}
export interface Shown {
  publishedAt: string;
  firstPublishedAt: string;
  correctedAt: string | null;
  corrections: Told[] | null;
  retractedAt: string | null;
  [field: string]: unknown;
}

/** What tests of changes after publication do with articles. */
export const changedArticles = (newsroom: () => Newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const read = async (documentId: string, locale = 'en'): Promise<Shown> =>
    (await newsroom().http().get(`/api/articles/${documentId}?locale=${locale}`).expect(200)).body.data;
  const fullToken = async () => {
    const created = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    return `Bearer ${created.accessKey}`;
  };
  const admin = (method: 'get' | 'post' | 'put', path: string) =>
    newsroom()
      .http()
      [method](`/content-manager/collection-types/${ARTICLE}${path}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`);
  const rows = (documentId: string, locale = 'en'): Promise<Record<string, unknown>[]> =>
    newsroom()
      .strapi.db.query(RECORD)
      .findMany({
        where: { articleDocumentId: documentId, articleLocale: locale },
        orderBy: { id: 'asc' },
      });
  const changes = async (documentId: string, locale = 'en') =>
    (await rows(documentId, locale)).map(({ change }) => change);
  const levels = <Level extends 'off' | 'warn' | 'block'>(level: Level) => {
    const { config } = newsroom().strapi;
    config.set('newsroom.rules', { ...config.get<object>('newsroom.rules'), corrections: level });
  };
  /** To be called before each test. */
  const letTimePass = async () => {
    // What is published at the same instant is in no order.
    newsroom().clock.advance(1_000);
    // Tests of the grace time outlast a session.
    newsroom().adminToken = await renewSession(newsroom());
  };
  return { documents, read, fullToken, admin, rows, changes, levels, letTimePass };
};
