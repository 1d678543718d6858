import type { Modules } from '@strapi/strapi';
import { readInstant } from './read-instant';
import { TIME_FIELDS, type ArticleTimes } from './article-times';

export type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

export interface WriteParams {
  documentId?: string;
  locale?: unknown;
  status?: string;
  data?: Record<string, unknown>;
}

/** The times in the data of a write. @throws ValidationError for a value that is not an instant */
export const sentTimes = (data: Record<string, unknown> = {}): Partial<ArticleTimes> =>
  Object.fromEntries(
    TIME_FIELDS.flatMap((field) =>
      data[field] === undefined ? [] : [[field, readInstant(field, data[field])]],
    ),
  );

/** The data of a write without times. */
export const withoutTimes = (data: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).filter(([name]) => !(TIME_FIELDS as readonly string[]).includes(name)),
  );

/** Whether an action of the document service publishes a version. */
export const isPublication = ({ action, params }: Context): boolean =>
  action === 'publish' ||
  ((action === 'create' || action === 'update') && (params as WriteParams).status === 'published');
