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
  // Strapi refuses a type that does not exist.
  if (!model || contentTypes.hasDraftAndPublish(model)) return;
  throw new errors.PolicyError(
    `“${model.info.displayName}” has no drafts: its entries are neither published, unpublished nor discarded.`,
  );
};

/** Refuses to publish, unpublish or discard entries of a type without drafts. Strapi would answer 500. */
export const refuseDraftActions = (strapi: Core.Strapi): void =>
  guardRoutes(strapi, 'has-drafts', refuse, ROUTES);
