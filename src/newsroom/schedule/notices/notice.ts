import type { Core } from '@strapi/strapi';
import type { StoredReason } from '../../refusals/word-reasons';

/** The ways in which a notice is sent. */
export type NoticeKind = 'event' | 'e-mail';

/** A notice that was not sent yet. The row is deleted once it is sent. */
export interface Notice extends StoredReason {
  id: number;
  kind: NoticeKind;
  articleDocumentId: string;
  articleLocale: string;
  /** When the article was due. */
  publishAt: Date | string | null;
  /** When it is to be sent, or sent again, by the database's clock. */
  dueAt: Date | string;
  /** How often sending was started. The node that raises this number may send the notice until its lease ends. */
  attempts: number;
}

export const NOTICE = 'newsroom::notice';

interface Models {
  add(model: object): void;
}

/**
 * Adds the table of notices. It is not a content type: it is empty once all notices are sent, and only the worker reads and writes
 * it. Must be called while the app registers.
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
