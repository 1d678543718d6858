import type { Core, Struct } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

export type GraphqlArguments = Record<string, unknown>;
export interface GraphqlContext {
  state: { auth: unknown };
}
export type Resolver<Parent = unknown> = (
  parent: Parent,
  args: GraphqlArguments,
  context: GraphqlContext,
) => Promise<unknown>;

interface ShadowCrud {
  disableMutations(): void;
  disableQueries(): void;
  disable(): void;
  field(name: string): { disable(): void; disableInput(): void };
}

/** The parts of `@strapi/plugin-graphql` that are used. Its `extension` is documented; the rest is private. */
interface GraphqlPlugin {
  extension: { shadowCRUD(uid: string): ShadowCrud; use(extension: () => object): void };
  builders: {
    utils: {
      transformArgs(
        args: GraphqlArguments,
        options: { contentType: Struct.Schema; usePagination?: boolean },
      ): GraphqlArguments;
    };
    get(name: 'content-api'): {
      buildQueriesResolvers(options: {
        contentType: Struct.Schema;
      }): Record<'findMany' | 'findOne', Resolver>;
    };
  };
  utils: { naming: { getTypeName(contentType: Struct.ContentTypeSchema): string } };
}

const service = <Name extends keyof GraphqlPlugin>(strapi: Core.Strapi, name: Name): GraphqlPlugin[Name] =>
  strapi.plugin('graphql').service(name);

const check = (what: string, found: unknown): void => {
  if (typeof found !== 'function')
    throw new StrapiChangedError('the GraphQL plugin', `it has no function "${what}"`);
};

/** Whether the app has the GraphQL plugin. */
export const hasGraphql = (strapi: Core.Strapi): boolean => Boolean(strapi.plugin('graphql'));

/**
 * The API that Strapi generates for a content type, so that parts of it can be disabled.
 *
 * @throws StrapiChangedError at start if parts cannot be disabled, because read-only data would then have mutations
 */
export const generatedApi = (strapi: Core.Strapi, uid: string): ShadowCrud => {
  check('extension.shadowCRUD', service(strapi, 'extension')?.shadowCRUD);
  return service(strapi, 'extension').shadowCRUD(uid);
};

/** Adds types and resolvers to the schema when Strapi builds it. */
export const extendSchema = (strapi: Core.Strapi, extension: () => object): void => {
  check('extension.use', service(strapi, 'extension')?.use);
  service(strapi, 'extension').use(extension);
};

/** The name of a content type in the schema. */
export const typeNameOf = (strapi: Core.Strapi, contentType: Struct.ContentTypeSchema): string => {
  check('utils.naming.getTypeName', service(strapi, 'utils')?.naming?.getTypeName);
  return service(strapi, 'utils').naming.getTypeName(contentType);
};

/**
 * Turns the arguments of a field (`filters`, `sort`, `pagination`) into a query of the content API, within the app's own limits.
 * They are not checked against the caller's rights: see `sanitizeCallersQuery`.
 */
export const queryOfArguments = (
  strapi: Core.Strapi,
  args: GraphqlArguments,
  options: { contentType: Struct.Schema; usePagination: boolean },
): GraphqlArguments => {
  check('builders.utils.transformArgs', service(strapi, 'builders')?.utils?.transformArgs);
  return service(strapi, 'builders').utils.transformArgs(args, options);
};

/** Strapi's own resolver of a list or of one document. It validates and sanitizes by the caller's rights. */
export const contentApiResolver = (
  strapi: Core.Strapi,
  contentType: Struct.Schema,
  action: 'findMany' | 'findOne',
): Resolver => {
  const builder = service(strapi, 'builders')?.get?.('content-api');
  check('buildQueriesResolvers', builder?.buildQueriesResolvers);
  return builder.buildQueriesResolvers({ contentType })[action];
};
