import type { Core } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { createRequestVisibility } from './request-visibility';
import { guardDocumentService } from './guard-document-service';
import { keepUnrestrictedThroughCommit } from '../strapi/commit-callbacks';
import { createModels } from './models';
import { restrictQuery } from './restrict-query';
import type { Query } from './visibility';

/**
 * Keeps drafts out of what is answered to whoever has no right to them. Strapi by itself hands drafts to everyone who
 * may read a type and asks for `status=draft`, populates them for everyone who may write, and lets filters look at
 * them; to people of the admin it shows whatever a relation leads to.
 *
 * At database level on purpose: REST, GraphQL, the admin API and routes of plugins, populates and filters of any depth
 * all pass here. No address and no method is looked at: a request is restricted unless it is known who asks.
 */
export const isolateDrafts = (strapi: Core.Strapi): void => {
  const models = createModels(strapi);
  const requestVisibility = createRequestVisibility(strapi, models);

  const restrict = async ({ model, params }: Event): Promise<void> => {
    const visibility = await requestVisibility();
    if (visibility) restrictQuery(params as Query, model.uid, { models, visibility });
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: restrict,
    beforeFindMany: restrict,
    beforeCount: restrict,
  });
  keepUnrestrictedThroughCommit(strapi);
  guardDocumentService(strapi, models, requestVisibility);
};
