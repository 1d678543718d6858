import type { Modules, Struct } from '@strapi/strapi';
import { hasDrafts } from '../strapi/enabled-types';

type Middleware = Modules.Documents.Middleware.Middleware;

/** A call of the document service, as its middlewares see it. */
export type DocumentCall = Parameters<Middleware>[0];
export type NextMiddleware = () => Promise<unknown>;

/** An entry in an answer of the document service. */
export interface AnsweredEntry {
  id: number;
  documentId: string;
  locale?: string | null;
}

/** Whether a call may make entries visible to readers. This is decided from its action and parameters, before it runs. */
export const mayReachReaders = (
  { action, params }: DocumentCall,
  model: Struct.ContentTypeSchema,
): boolean => {
  if (!hasDrafts(model)) return ['create', 'update', 'clone'].includes(action);
  if (action === 'publish') return true;
  return (
    (action === 'create' || action === 'update') && (params as { status?: string }).status === 'published'
  );
};

/**
 * Whether a call creates a new document. A `create` with a documentId in its data does not count, because it may write to an
 * existing document.
 */
export const createsDocument = ({ action, params }: DocumentCall): boolean =>
  action === 'create' && (params as { data?: { documentId?: unknown } }).data?.documentId === undefined;

/**
 * The entries that a call has made visible to readers. `create` and `update` with status "published" call the inner publish
 * directly, so a middleware never sees `publish` for them. A type without drafts is published by each write.
 */
export const publishedEntries = (
  { action, params }: DocumentCall,
  model: Struct.ContentTypeSchema,
  answer: unknown,
): AnsweredEntry[] => {
  const drafts = hasDrafts(model);
  if (action === 'publish' || (action === 'clone' && !drafts))
    return (answer as { entries: AnsweredEntry[] }).entries;
  if (action !== 'create' && action !== 'update') return [];
  const { status } = params as { status?: string };
  return answer && (!drafts || status === 'published') ? [answer as AnsweredEntry] : [];
};
