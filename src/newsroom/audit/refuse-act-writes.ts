import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ARTICLE_ACT } from '../type-names';

const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/**
 * The list of acts is a record: no API writes it, not even for super admins. The newsroom adds lines without the document service.
 */
export const refuseActWrites: Modules.Documents.Middleware.Middleware = async (context, next) => {
  if (context.uid === ARTICLE_ACT && !READS.has(context.action)) {
    throw new errors.PolicyError(
      'The list of acts is a record: lines are added when something is done to an article, and cannot be created, changed or deleted.',
    );
  }
  return next();
};

/** Removes the type from the GraphQL schema: the list is read in the admin UI, by users with the permission. */
export const hideActsFromGraphql = (strapi: Core.Strapi): void =>
  strapi.plugin('graphql').service('extension').shadowCRUD(ARTICLE_ACT).disable();
