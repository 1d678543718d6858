import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ARTICLE_PUBLICATION } from '../type-names';

const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/** The record of publications says what readers saw, so no API writes it, not even for super admins. */
export const refusePublicationWrites: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid === ARTICLE_PUBLICATION && !READS.has(context.action)) {
    throw new errors.PolicyError(
      'The record of publications is kept when an article is published: its rows cannot be created, changed or deleted.',
    );
  }
  return next();
};

/** Removes the type from the GraphQL schema, because it has texts that readers no longer see. */
export const hidePublicationsFromGraphql = (strapi: Core.Strapi): void =>
  strapi.plugin('graphql').service('extension').shadowCRUD(ARTICLE_PUBLICATION).disable();
