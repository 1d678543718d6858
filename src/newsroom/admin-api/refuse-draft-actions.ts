import type { Core } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import { addRoutePolicy, type Guard, type GuardedRoute } from './guard-routes';

const ACTIONS = ['actions/publish', ':id/actions/publish', ':id/actions/unpublish', ':id/actions/discard'];
const BULK = ['actions/bulkPublish', 'actions/bulkUnpublish'];

const ROUTES: readonly GuardedRoute[] = [
  ...[...ACTIONS, ...BULK].map(
    (path): GuardedRoute => ['content-manager', 'POST', `/collection-types/:model/${path}`],
  ),
  ...['publish', 'unpublish', 'discard'].map(
    (action): GuardedRoute => ['content-manager', 'POST', `/single-types/:model/actions/${action}`],
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
  addRoutePolicy(strapi, 'has-drafts', refuse, ROUTES);
