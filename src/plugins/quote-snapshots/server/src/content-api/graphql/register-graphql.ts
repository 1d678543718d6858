import type { Core } from '@strapi/strapi';
import {
  KEY_ATTRIBUTE,
  RECORD_ATTRIBUTE,
  SNAPSHOT_UID,
  SNAPSHOTS_ATTRIBUTE,
  USAGE_UID,
} from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';
import { extendSchema, generatedApi, typeNameOf } from '../../strapi/graphql';
import { resolveSince } from './load-since';
import { resolveReason } from './reason-field';
import { resolveLatestQuotes, resolveRecord, snapshotsOfDocument } from './resolvers';
import { typeDefs } from './type-defs';

/** Removes the mutations that would write the record, and internal fields, from the generated API. */
const restrictGeneratedApi = (strapi: Core.Strapi): void => {
  generatedApi(strapi, SNAPSHOT_UID).disableMutations();
  // They are offered under shorter names, see `type-defs.ts`.
  generatedApi(strapi, SNAPSHOT_UID).disableQueries();
  generatedApi(strapi, USAGE_UID).disable();
  for (const { uid } of enabledTypes(strapi)) {
    generatedApi(strapi, uid).field(KEY_ATTRIBUTE).disable();
    generatedApi(strapi, uid).field(RECORD_ATTRIBUTE).disable();
    generatedApi(strapi, uid).field(SNAPSHOTS_ATTRIBUTE).disableInput();
  }
};

/** Adds snapshots and live quotes to the GraphQL API, read-only. Must be called while plugins register. */
export const registerGraphql = (strapi: Core.Strapi): void => {
  restrictGeneratedApi(strapi);
  extendSchema(strapi, () => ({
    typeDefs,
    resolvers: {
      ...Object.fromEntries(
        enabledTypes(strapi).map((type) => [
          typeNameOf(strapi, type),
          { [SNAPSHOTS_ATTRIBUTE]: { resolve: snapshotsOfDocument(strapi, type.uid) } },
        ]),
      ),
      [typeNameOf(strapi, strapi.contentType(SNAPSHOT_UID))]: {
        since: { resolve: resolveSince(strapi) },
        reason: { resolve: resolveReason },
      },
      Query: {
        quoteSnapshots: { resolve: resolveRecord(strapi, 'findMany') },
        quoteSnapshot: { resolve: resolveRecord(strapi, 'findOne') },
        latestQuotes: { resolve: resolveLatestQuotes(strapi) },
      },
    },
    resolversConfig: {
      'Query.quoteSnapshots': { auth: { scope: [`${SNAPSHOT_UID}.find`] } },
      'Query.quoteSnapshot': { auth: { scope: [`${SNAPSHOT_UID}.findOne`] } },
      [`${typeNameOf(strapi, strapi.contentType(SNAPSHOT_UID))}.since`]: {
        auth: { scope: [`${SNAPSHOT_UID}.latest`] },
      },
      'Query.latestQuotes': { auth: { scope: [`${SNAPSHOT_UID}.latest`] } },
    },
  }));
};
