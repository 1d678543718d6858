import type { Schema } from '@strapi/strapi';
import type { Newsroom } from './newsroom';

export const ARTICLE = 'api::article.article';
export const SNAPSHOT = 'plugin::quote-snapshots.quote-snapshot';

/** A body of one paragraph a text. */
export const body = (...texts: string[]): Schema.Attribute.BlocksValue =>
  texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

export interface Snapshot {
  documentId: string;
  instrument: string | null;
  symbol: string;
  price: number | null;
  change: number | null;
  changePercent: number | null;
  currency: string | null;
  quoteUnit: string | null;
  state: string;
  reason: string | null;
  reasonCode: string | null;
  reasonParams: Record<string, unknown> | null;
  lateMinutes: number | null;
  current: boolean;
  relatedLocale: string | null;
  relatedPublishedAt: string;
  quotedAt: string | null;
  capturedAt: string | null;
  delayMinutes: number | null;
  provider: string | null;
  attribution: string | null;
}

/** A title that no other test uses. */
let titles = 0;
export const title = (): string => `Story ${(titles += 1)} of ${process.pid}`;

/** Publishes a new article through the document service; its documentId. */
export const publishArticle = async (
  { strapi }: Newsroom,
  texts: string[],
  data: Record<string, unknown> = {},
): Promise<string> => {
  const article = await strapi
    .documents(ARTICLE)
    .create({ data: { title: title(), body: body(...texts), ...data }, status: 'published' });
  return article.documentId;
};

/** The current snapshots of an article as readers get them, over REST. */
export const readSnapshots = async (
  { http }: Newsroom,
  documentId: string,
  locale = 'en',
): Promise<Snapshot[]> => {
  const answer = await http()
    .get(`/api/articles/${documentId}?populate[quoteSnapshots]=true&locale=${locale}`)
    .expect(200);
  return answer.body.data.quoteSnapshots;
};

/** Every row of the record for a document, oldest first, with its reason in English. */
export const record = async ({ strapi }: Newsroom, documentId: string): Promise<Snapshot[]> => {
  const rows: Snapshot[] = await strapi.db
    .query(SNAPSHOT)
    .findMany({ where: { relatedDocumentId: documentId }, orderBy: { id: 'asc' } });
  const reasons = strapi.plugin('quote-snapshots').service('reasons');
  return rows.map((row) => ({ ...row, reason: reasons.inWords(row, 'en') }));
};

export const instruments = (snapshots: Snapshot[]): (string | null)[] =>
  snapshots.map(({ instrument }) => instrument);

/** Resolves when no capture is under way. */
export const settled = ({ strapi }: Newsroom): Promise<void> =>
  strapi.plugin('quote-snapshots').service('capture').flush();

/** Longer than any row waits for its next attempt after a fault of the provider, or the provider is left alone. */
export const A_WHILE_MS = 61_000;

/** Time passes, and the worker has its turn. */
export const later = async ({ clock, strapi }: Newsroom, milliseconds = A_WHILE_MS): Promise<void> => {
  clock.advance(milliseconds);
  await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
};
