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
 * Hides drafts from callers without the permission to read them. Strapi itself answers `status=draft` to everyone who may read the
 * type, populates drafts for everyone who may write, and lets filters test them. Users of the admin UI get every entry at the other
 * end of a relation.
 *
 * It works in the database layer, which REST, GraphQL, the admin API, routes of plugins, and populates and filters of any depth all
 * use. It does not depend on the address or the method: every request is restricted by its caller.
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
