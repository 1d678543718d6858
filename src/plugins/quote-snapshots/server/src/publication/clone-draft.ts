import type { Struct } from '@strapi/strapi';
import type { PluginContext } from '../plugin-context';
import type { AnsweredEntry, DocumentCall, NextMiddleware } from './document-call';
import { refreshAnswer } from './refresh-answer';
import { unlinkClone } from './unlink-clone';

/** Clones a document of a type with drafts. The clone is a draft, so nothing is recorded for it. */
export const cloneDraft = async (
  context: PluginContext,
  call: DocumentCall,
  next: NextMiddleware,
  model: Struct.ContentTypeSchema,
): Promise<unknown> =>
  context.strapi.db.transaction(async ({ trx }) => {
    const answer = await next();
    const { entries } = answer as { entries: AnsweredEntry[] };
    const ids = entries.map(({ id }) => id);
    return refreshAnswer(context.strapi, call, answer, await unlinkClone(context, trx, call, model, ids));
  });
