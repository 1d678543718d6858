import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../articles';
import type { Register } from '../linearizability';

/** Published rows of a type with drafts. */
export const PUBLISHED = { publishedAt: { $notNull: true } };

/** The address of an article, with what it is to be populated with. */
export const slugPath = (slug: string, populate = ''): string =>
  `/api/articles?filters[slug][$eq]=${slug}${populate}`;

/** What an answer shows of the number of a write. */
export const version = (number: number): string => `v${number}`;

/** Writes the title by SQL, whatever Strapi makes of it. */
export const updateTitle = (documentId: string, number: number): string =>
  `update articles set title = '${version(number)}' where document_id = '${documentId}' and published_at is not null`;

/** A text or number in an answer; empty where there is none. */
export const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The first article of an answer. */
export const firstOf = (body: string): Record<string, unknown> | undefined =>
  (JSON.parse(body) as { data?: Record<string, unknown>[] }).data?.[0];

/** Publishes an article of one writer's own; its documentId. */
export const publishOwn = async (strapi: Core.Strapi, slug: string, data: object = {}): Promise<string> => {
  const made = await strapi
    .documents(ARTICLE)
    .create({ data: { title: 'v0', slug, summary: 'v0', ...data } as never, status: 'published' });
  return made.documentId;
};

/**
 * A register that shows in the title of the article with this slug.
 *
 * @param populate what is read after the title, so that the title may be written to meanwhile
 */
export const onTitle = (slug: string, write: Register['write'], populate = ''): Register => ({
  name: slug,
  path: slugPath(slug, populate),
  last: 0,
  expected: version,
  observe: (status, body) => (status === 200 ? shown(firstOf(body)?.title) : `status ${status}`),
  write,
});
