import type { Core, Struct } from '@strapi/strapi';
import { latestQuotes } from '../latest-quotes';
import {
  KEY_ATTRIBUTE,
  RECORD_ATTRIBUTE,
  SNAPSHOT_UID,
  SNAPSHOTS_ATTRIBUTE,
  USAGE_UID,
} from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';
import { createSnapshotLoading, type FieldQuery, type Parent } from './load-snapshots';
import { typeDefs } from './type-defs';

type Args = Record<string, unknown>;
interface Context {
  state: { auth: unknown };
}
type Resolver<P = unknown> = (parent: P, args: Args, context: Context) => Promise<unknown>;

interface GraphqlPlugin {
  extension: {
    shadowCRUD(uid: string): {
      disableMutations(): void;
      disableQueries(): void;
      disable(): void;
      field(name: string): { disable(): void; disableInput(): void };
    };
    use(extension: () => object): void;
  };
  builders: {
    utils: {
      transformArgs(args: Args, options: { contentType: Struct.Schema; usePagination?: boolean }): Args;
    };
    get(name: 'content-api'): {
      buildQueriesResolvers(options: {
        contentType: Struct.Schema;
      }): Record<'findMany' | 'findOne', Resolver>;
    };
  };
  utils: { naming: { getTypeName(contentType: Struct.ContentTypeSchema): string } };
}

/** Adds snapshots and live quotes to the GraphQL API, for reading only. */
export const registerGraphql = (strapi: Core.Strapi): void => {
  const service = <Name extends keyof GraphqlPlugin>(name: Name): GraphqlPlugin[Name] =>
    strapi.plugin('graphql').service(name);
  const snapshotType = strapi.contentType(SNAPSHOT_UID);
  const { shadowCRUD } = service('extension');
  const load = createSnapshotLoading(strapi);

  shadowCRUD(SNAPSHOT_UID).disableMutations();
  shadowCRUD(SNAPSHOT_UID).disableQueries();
  shadowCRUD(USAGE_UID).disable();
  for (const { uid } of enabledTypes(strapi)) {
    shadowCRUD(uid).field(KEY_ATTRIBUTE).disable();
    shadowCRUD(uid).field(RECORD_ATTRIBUTE).disable();
    shadowCRUD(uid).field(SNAPSHOTS_ATTRIBUTE).disableInput();
  }

  const read = (action: 'findMany' | 'findOne'): Resolver => {
    return (parent, args, context) => {
      const query = service('builders').utils.transformArgs(args, {
        contentType: snapshotType,
        usePagination: action === 'findMany',
      });
      const resolvers = service('builders')
        .get('content-api')
        .buildQueriesResolvers({ contentType: snapshotType });
      return resolvers[action](parent, query, context);
    };
  };

  const snapshotsOf = (uid: string): Resolver<Parent> => {
    return async (parent, args, context) => {
      const { auth } = context.state;
      // Without pagination an article shows all of its quotes: a default limit would cut the list off silently.
      const usePagination = Boolean(args.pagination);
      const given = service('builders').utils.transformArgs(args, {
        contentType: snapshotType,
        usePagination,
      });
      await strapi.contentAPI.validate.query(given, snapshotType, { auth });
      const sanitized = await strapi.contentAPI.sanitize.query(given, snapshotType, { auth });
      const query = strapi.get('query-params').transform(SNAPSHOT_UID, sanitized);
      return load(context, uid, query as FieldQuery, parent);
    };
  };

  service('extension').use(() => {
    const { naming } = service('utils');
    const perType = enabledTypes(strapi).map((type) => [
      naming.getTypeName(type),
      { [SNAPSHOTS_ATTRIBUTE]: { resolve: snapshotsOf(type.uid) } },
    ]);
    const latest: Resolver = async (_parent, args) => {
      const { instruments } = args as { instruments?: string[] | null };
      const { data, meta } = await latestQuotes(strapi, instruments?.join(','));
      return { data: data.map((quote) => ({ ...quote, quotedAt: quote.quotedAt.toISOString() })), meta };
    };
    return {
      typeDefs,
      resolvers: {
        ...Object.fromEntries(perType),
        Query: {
          quoteSnapshots: { resolve: read('findMany') },
          quoteSnapshot: { resolve: read('findOne') },
          latestQuotes: { resolve: latest },
        },
      },
      resolversConfig: {
        'Query.quoteSnapshots': { auth: { scope: [`${SNAPSHOT_UID}.find`] } },
        'Query.quoteSnapshot': { auth: { scope: [`${SNAPSHOT_UID}.findOne`] } },
        'Query.latestQuotes': { auth: { scope: [`${SNAPSHOT_UID}.latest`] } },
      },
    };
  });
};
