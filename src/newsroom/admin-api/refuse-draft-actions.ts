import type { Core } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import { guardRoutes, type AdminRoute, type Guard } from '../strapi/route-policies';

const ACTIONS = ['actions/publish', ':id/actions/publish', ':id/actions/unpublish', ':id/actions/discard'];
const BULK = ['actions/bulkPublish', 'actions/bulkUnpublish'];

const ROUTES: readonly AdminRoute[] = [
  ...[...ACTIONS, ...BULK].map(
    (path): AdminRoute => ['content-manager', 'POST', `/collection-types/:model/${path}`],
  ),
  ...['publish', 'unpublish', 'discard'].map(
    (action): AdminRoute => ['content-manager', 'POST', `/single-types/:model/actions/${action}`],
  ),
];

const refuse: Guard = ({ params }, _config, { strapi }) => {
  const model = Object.values(strapi.contentTypes).find(({ uid }) => uid === params.model);
  // What is no type is Strapi's to refuse.
  if (!model || contentTypes.hasDraftAndPublish(model)) return;
  throw new errors.PolicyError(
    `“${model.info.displayName}” has no drafts: its entries are neither published, unpublished nor discarded.`,
  );
};

/** Strapi's content manager calls actions that a type without drafts, such as a record, does not have: a 500. */
export const refuseDraftActions = (strapi: Core.Strapi): void =>
  guardRoutes(strapi, 'has-drafts', refuse, ROUTES);
