import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { guardRouteHandler } from '../strapi/guard-route-handler';
import { permissionChecker } from '../strapi/permission-checker';

/**
 * Answers 403 to requests for the relations of a field that the user may not read. Strapi refuses them too, but its handlers
 * continue after the refusal, fail, and answer 500.
 *
 * Must be called before routes are mounted.
 */
export const refuseUnreadableRelations = (strapi: Core.Strapi): void => {
  for (const handler of ['relations.findAvailable', 'relations.findExisting']) {
    guardRouteHandler(strapi, 'content-manager', handler, ({ params, state }) => {
      const { model = '', targetField = '' } = params;
      const attributes = Object.values(strapi.contentTypes).find(({ uid }) => uid === model)?.attributes;
      // Strapi answers requests for types and relations that do not exist.
      if (!attributes || !Object.keys(attributes).includes(targetField)) return;
      if (permissionChecker(strapi, state.userAbility, model).cannot.read(undefined, targetField)) {
        throw new errors.PolicyError(`Your role may not read the field "${targetField}" of ${model}.`);
      }
    });
  }
};
