import type { Core } from '@strapi/strapi';
import type { StoredReason } from '../../refusals/word-reasons';

/** How people and machines are told. */
export type NoticeKind = 'event' | 'e-mail';

/** What is to be told, and was not told yet. A row is deleted once it is told. */
export interface Notice extends StoredReason {
  id: number;
  kind: NoticeKind;
  articleDocumentId: string;
  articleLocale: string;
  /** When the article was to go out. */
  publishAt: Date | string | null;
  /** When it is told, or tried again, by the database's clock. */
  dueAt: Date | string;
  /** How often sending it was begun. The node that raises this number has the notice alone until its lease ends. */
  attempts: number;
}

export const NOTICE = 'newsroom::notice';

interface Models {
  add(model: object): void;
}

/**
 * Adds the table of notices. It is no content type: it holds nothing once everybody is told, and nobody reads or writes it but
 * the worker. To be called while the app registers.
 */
export const addNotices = (strapi: Core.Strapi): void => {
  strapi.get<Models>('models').add({
    uid: NOTICE,
    singularName: 'newsroom_notices',
    tableName: 'newsroom_notices',
    attributes: {
      id: { type: 'increments' },
      kind: { type: 'string' },
      articleDocumentId: { type: 'string', columnName: 'article_document_id' },
      articleLocale: { type: 'string', columnName: 'article_locale' },
      publishAt: { type: 'datetime', columnName: 'publish_at' },
      reason: { type: 'text' },
      reasons: { type: 'json' },
      dueAt: { type: 'datetime', columnName: 'due_at' },
      attempts: { type: 'integer' },
    },
  });
};
