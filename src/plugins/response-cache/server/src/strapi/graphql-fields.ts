import type { Core, Struct } from '@strapi/strapi';
import type { MayStore } from '../reads/judge-operation';

/** What Strapi's GraphQL plugin collects of extensions; it is evaluated when the schema is built. */
interface Extension {
  resolvers?: Record<string, Record<string, unknown> | undefined>;
  resolversConfig?: Record<string, { policies?: unknown[]; middlewares?: unknown[] } | undefined>;
}

interface GraphqlServices {
  extension: { generate(options: unknown): Extension };
  utils: {
    naming: Record<
      | 'getTypeName'
      | 'getComponentName'
      | 'getFindQueryName'
      | 'getFindOneQueryName'
      | 'getFindConnectionQueryName'
      | 'getEntityResponseCollectionName'
      | 'getRelationResponseCollectionName',
      (model: Struct.Schema) => string
    >;
  };
}

const serviceOf = <Name extends keyof GraphqlServices>(
  strapi: Core.Strapi,
  name: Name,
): GraphqlServices[Name] => strapi.plugin('graphql').service(name);

/**
 * Keeps what extensions add to GraphQL, Strapi's own plugins among them. Has to be called at `register`, before the
 * schema is built.
 *
 * Leans on the schema being built from what the extension service's `generate` returns.
 */
export const watchExtensions = (strapi: Core.Strapi): (() => Extension) => {
  const extension = serviceOf(strapi, 'extension');
  const generate = extension.generate.bind(extension);
  let last: Extension = {};
  extension.generate = (options) => {
    last = generate(options);
    return last;
  };
  return () => last;
};

/** Of every type that Strapi makes of a model. */
const ALWAYS = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'localizations'];
const PAGE = ['nodes', 'pageInfo', 'data', 'meta'];

/** The fields that Strapi makes of the models, by type. */
const fieldsOfStrapi = (strapi: Core.Strapi): Map<string, Set<string>> => {
  const { naming } = serviceOf(strapi, 'utils');
  const fields = new Map<string, Set<string>>([
    ['Pagination', new Set(['total', 'page', 'pageSize', 'pageCount'])],
    ['ResponseCollectionMeta', new Set(['pagination'])],
  ]);
  const query = new Set<string>();
  for (const component of Object.values(strapi.components)) {
    fields.set(naming.getComponentName(component), new Set([...ALWAYS, ...withConnections(component)]));
  }
  for (const type of Object.values(strapi.contentTypes)) {
    fields.set(naming.getTypeName(type), new Set([...ALWAYS, ...withConnections(type)]));
    fields.set(naming.getEntityResponseCollectionName(type), new Set(PAGE));
    fields.set(naming.getRelationResponseCollectionName(type), new Set(PAGE));
    for (const name of ['getFindQueryName', 'getFindOneQueryName', 'getFindConnectionQueryName'] as const)
      query.add(naming[name](type));
  }
  return fields.set('Query', query);
};

const withConnections = ({ attributes }: Struct.Schema): string[] =>
  Object.keys(attributes).flatMap((name) => [name, `${name}_connection`]);

/**
 * The fields whose answers may be stored: those that Strapi makes of content types, where no extension resolves them or
 * puts policies and middlewares before them, and those that are declared.
 *
 * @param declared `Type.field`
 */
export const storableFields = (
  strapi: Core.Strapi,
  { resolvers = {}, resolversConfig = {} }: Extension,
  declared: ReadonlySet<string>,
): MayStore => {
  const fields = fieldsOfStrapi(strapi);
  return (type, field) => {
    if (declared.has(`${type}.${field}`)) return true;
    if (resolvers[type] && Object.hasOwn(resolvers[type], field)) return false;
    const { policies = [], middlewares = [] } = resolversConfig[`${type}.${field}`] ?? {};
    return policies.length === 0 && middlewares.length === 0 && (fields.get(type)?.has(field) ?? false);
  };
};
