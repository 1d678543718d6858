import type { Core } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import type { Event } from '@strapi/database';
import { createDraftsRight, isContentApiRead, type ReadingRequest } from './may-read-drafts';
import { restrictQuery, type Models } from './published-only';

const READS = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/**
 * Keeps drafts out of what the content API answers to whoever has no right to them. Strapi by itself hands drafts to
 * everyone who may read a type and asks for `status=draft`, and lets filters look at them.
 *
 * At database level on purpose: REST and GraphQL, populates and filters of any depth all pass here.
 */
export const keepDraftsInside = (strapi: Core.Strapi): void => {
  const mayReadDrafts = createDraftsRight(strapi);
  const endpoint = strapi.plugin('graphql').config<string>('endpoint');
  const models: Models = {
    targetOf: (uid, name) => {
      const attribute = strapi.db.metadata.get(uid)?.attributes[name];
      return attribute && 'target' in attribute ? attribute.target : undefined;
    },
    hasDrafts: (uid) => {
      const model = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
      return model !== undefined && contentTypes.hasDraftAndPublish(model);
    },
  };

  /** Whether what is read now is read for someone who must not see drafts. */
  const isRestricted = async (): Promise<boolean> => {
    const ctx = strapi.requestContext.get() as unknown as ReadingRequest | undefined;
    // Without `auth` the request is still being authenticated.
    if (!ctx?.state.auth || !isContentApiRead(ctx, endpoint)) return false;
    return !(await mayReadDrafts(ctx));
  };

  const restrict = async ({ model, params }: Event): Promise<void> => {
    if (await isRestricted()) restrictQuery(params as Record<string, unknown>, model.uid, models);
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: restrict,
    beforeFindMany: restrict,
    beforeCount: restrict,
  });

  strapi.documents.use(async (context, next) => {
    const { status } = context.params as { status?: string };
    if (status === 'draft' && READS.has(context.action) && (await isRestricted())) {
      throw new errors.ForbiddenError(
        'Drafts are read with an API token that has the right to them (findDraft).',
      );
    }
    return next();
  });
};
