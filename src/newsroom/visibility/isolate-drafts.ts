import type { Core } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { createRequestVisibility } from './request-visibility';
import { guardDocumentService } from './guard-document-service';
import { keepUnrestrictedThroughCommit } from '../strapi/commit-callbacks';
import { hideEmbargoedFiles } from './hide-embargoed-files';
import { createModels } from './models';
import { restrictQuery } from './restrict-query';
import type { Query } from './visibility';

/**
 * Keeps drafts from callers without the permission to read them. Strapi by itself answers `status=draft` to everyone who
 * may read the type, populates drafts for everyone who may write, and lets filters test them; to people of the admin it
 * shows every entry that a relation leads to.
 *
 * It works in the database layer, because REST, GraphQL, the admin API, routes of plugins, and populates and filters of any
 * depth all pass there. It looks at no address and no method: every request is restricted by who sent it.
 */
export const isolateDrafts = (strapi: Core.Strapi): void => {
  const models = createModels(strapi);
  const requestVisibility = createRequestVisibility(strapi, models);

  const restrict = async ({ model, params }: Event): Promise<void> => {
    const visibility = await requestVisibility();
    if (!visibility) return;
    const query = params as Query;
    const { uid } = model;
    restrictQuery(query, uid, {
      models,
      visibility: await hideEmbargoedFiles(strapi, models, visibility, { query, uid }),
    });
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: restrict,
    beforeFindMany: restrict,
    beforeCount: restrict,
  });
  keepUnrestrictedThroughCommit(strapi);
  guardDocumentService(strapi, models, requestVisibility);
};
