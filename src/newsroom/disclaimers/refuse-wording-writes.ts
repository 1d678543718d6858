import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { WORDING } from '../type-names';

const WRITES = new Set(['create', 'update', 'delete', 'clone']);

/** Wordings are a record of what readers saw, so every API refuses to write them, also for super admins. */
export const refuseWordingWrites: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid === WORDING && WRITES.has(context.action)) {
    throw new errors.PolicyError(
      'Disclaimer wordings are a record: they are kept when an article is published, and cannot be created, changed or deleted. Change the disclaimer instead.',
    );
  }
  return next();
};

/** Removes the mutations of wordings from the GraphQL schema, since all of them would be refused. */
export const hideWordingMutations = (strapi: Core.Strapi): void =>
  strapi.plugin('graphql').service('extension').shadowCRUD(WORDING).disableMutations();
