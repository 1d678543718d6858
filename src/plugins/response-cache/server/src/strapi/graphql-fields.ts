import type { MayStore } from '../reads/judge-operation';
import type { Extension, GraphqlSchema, Origin, SchemaWatch } from './graphql-schema';
import { isKnownOutput, knowsInputs } from './graphql-types';

/** Tells which fields of a schema, as it is executed, may be stored. */
export type StorableFields = (schema: GraphqlSchema) => MayStore;

interface ResolverConfig {
  policies?: readonly unknown[];
  middlewares?: readonly unknown[];
}

/** Strapi accepts `{ 'Article.title': … }` as well as `{ Article: { title: … } }`. */
const configsOf = ({ resolversConfig = {} }: Extension, type: string, field: string): ResolverConfig[] =>
  [
    resolversConfig[`${type}.${field}`],
    (resolversConfig[type] as Record<string, unknown> | null | undefined)?.[field],
  ].flatMap((config) => (config ? [config as ResolverConfig] : []));

const isUnguarded = ({ policies = [], middlewares = [] }: ResolverConfig): boolean =>
  policies.length === 0 && middlewares.length === 0;

/** Whether a field is resolved by exactly the function that Strapi has given it. */
const isOfStrapi = ({ definitions, builtIn, resolver }: Origin, key: string): boolean =>
  definitions.resolvers.has(key) && resolver === (definitions.resolvers.get(key) ?? builtIn.resolver);

/**
 * The fields whose answers may be stored: those that Strapi has made from content types, as long as Strapi's own code is executed,
 * and those that are declared. Anything else that resolves a field, wraps its resolver, shows its value or reads its arguments is
 * code of the app.
 *
 * @param declared `Type.field`
 */
export const storableFields = (watch: SchemaWatch, declared: ReadonlySet<string>): StorableFields => {
  const isKnownInput = knowsInputs();
  return (schema) => (type, field) => {
    const key = `${type}.${field}`;
    if (declared.has(key)) return true;
    const origin = watch.originOf(schema, type, field);
    if (!origin || !isOfStrapi(origin, key)) return false;
    if (!configsOf(origin.extension, type, field).every(isUnguarded)) return false;
    const known = { definitions: origin.definitions, scalars: origin.builtIn.scalars };
    const { type: output, args = [] } = origin.field;
    return isKnownOutput(output, known) && args.every((argument) => isKnownInput(argument.type, known));
  };
};
