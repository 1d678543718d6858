import type { Modules } from '@strapi/strapi';
import { fieldError } from '../records/field-error';
import { ARTICLE } from '../type-names';

/** Fields that only a publication or a retraction sets. */
export const NEWSROOM_FIELDS = ['firstPublishedAt', 'correctedAt', 'corrections', 'retractedAt'] as const;

/**
 * Refuses writes of the fields that only the newsroom sets, whichever API they come from. Empty values, which the admin's form
 * sends back, are dropped. A clone does not copy the declared change of its original.
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
