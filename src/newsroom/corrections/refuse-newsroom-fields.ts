import type { Modules } from '@strapi/strapi';
import { fieldError } from '../records/field-error';
import { ARTICLE } from '../type-names';

/** What a publication or a retraction sets, and nobody else. */
export const NEWSROOM_FIELDS = ['firstPublishedAt', 'correctedAt', 'corrections', 'retractedAt'] as const;

/**
 * Refuses writes of the fields that the newsroom alone sets, by whichever road; what clients send back empty, as a form of the
 * admin does, is dropped. A clone starts without what was said of its original's change.
 */
export const refuseNewsroomFields: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid !== ARTICLE) return next();
  const params = context.params as { data?: Record<string, unknown> };
  for (const name of NEWSROOM_FIELDS) {
    const value = params.data?.[name];
    if (value !== undefined && value !== null) {
      throw fieldError(
        name,
        value,
        'the newsroom sets it when the article is published, corrected or retracted; leave it out.',
      );
    }
    if (params.data) delete params.data[name];
  }
  if (context.action === 'clone') params.data = { ...params.data, changeKind: null, changeNote: null };
  return next();
};
