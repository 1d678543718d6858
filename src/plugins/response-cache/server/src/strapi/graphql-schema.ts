import type { Core } from '@strapi/strapi';
import {
  noteDefinitions,
  type GraphqlField,
  type GraphqlType,
  type StrapiDefinitions,
} from './graphql-definitions';
import { watchServices } from './graphql-services';

/** The parts of extensions that Strapi's GraphQL plugin collects. */
export interface Extension {
  plugins?: unknown[];
  resolversConfig?: Record<string, unknown>;
}

/** A schema as it is executed. */
export interface GraphqlSchema {
  getTypeMap(): Record<string, GraphqlType>;
}

/** The parts of nexus that are used. */
interface Nexus {
  plugin(config: { name: string; onAfterBuild(schema: GraphqlSchema): void }): unknown;
  objectType(config: {
    name: string;
    definition(block: Record<string, (name: string) => void>): void;
  }): unknown;
  makeSchema(config: object): GraphqlSchema;
}

interface Registry {
  definitions: { definition: unknown }[];
}

interface ExtensionService {
  use(extension: (tools: { nexus: Nexus }) => object): void;
  generate(options: { typeRegistry: Registry }): Extension;
}

/** Parts that GraphQL itself brings. */
interface BuiltIn {
  /** The resolver that nexus uses for a field without a resolver. */
  resolver: unknown;
  scalars: ReadonlyMap<string, GraphqlType>;
}

/** How a schema was built. */
interface Build {
  definitions: StrapiDefinitions;
  extension: Extension;
  /** The schema, and its resolvers as nexus has put them together, before Strapi wraps them in permissions. */
  built: { schema: GraphqlSchema; resolvers: ReadonlyMap<string, unknown> } | undefined;
}

/** What is known of a field that is about to be resolved. */
export interface Origin {
  definitions: StrapiDefinitions;
  builtIn: BuiltIn;
  extension: Extension;
  field: GraphqlField;
  /** The resolver that Strapi's permissions wrap. */
  resolver: unknown;
}

export interface SchemaWatch {
  /** Must be called with each schema before each of its operations is executed. */
  see(schema: GraphqlSchema): void;
  /** Undefined if code other than Strapi's wraps the field's resolver, or if the field is not known. */
  originOf(schema: GraphqlSchema, type: string, field: string): Origin | undefined;
  /** The name by which changes to the GraphQL plugin itself are declared, if there are any. */
  codeAround(): [kind: string, name: string][];
}

const fieldsOf = (schema: GraphqlSchema): [string, GraphqlField][] =>
  Object.entries(schema.getTypeMap()).flatMap(([name, type]) =>
    Object.entries(type.getFields?.() ?? {}).flatMap(([field, definition]): [string, GraphqlField][] =>
      definition ? [[`${name}.${field}`, definition]] : [],
    ),
  );

const resolversOf = (schema: GraphqlSchema): Map<string, unknown> =>
  new Map(fieldsOf(schema).map(([key, { resolve }]) => [key, resolve]));

/**
 * The scalars of GraphQL, and its resolver for fields that have none. They are taken from nexus, because it uses its own copy of
 * `graphql`.
 */
const builtInOf = (nexus: Nexus): BuiltIn => {
  const query = nexus.objectType({
    name: 'Query',
    definition(block) {
      for (const method of ['string', 'int', 'float', 'boolean', 'id']) block[method]?.(method);
    },
  });
  const schema = nexus.makeSchema({ types: [query], outputs: false, shouldGenerateArtifacts: false });
  const fields = fieldsOf(schema).filter(([key]) => key.startsWith('Query.'));
  return {
    resolver: fields[0]?.[1].resolve,
    scalars: new Map(
      fields.map(([, { type }]) => {
        const { serialize, parseValue, parseLiteral } = type;
        return [type.name ?? '', { serialize, parseValue, parseLiteral }];
      }),
    ),
  };
};

/** A text in the function that Strapi wraps around each resolver: permissions, middlewares and policies. */
const OF_STRAPI = 'boundMiddlewares';
/** A text in the function that Apollo wraps around each resolver, once, when it executes the first operation. */
const OF_APOLLO = 'symbolUserFieldResolver';

/** The resolvers of a schema that is executed. */
interface Seen {
  /** The resolvers before Apollo wraps them. */
  first: ReadonlyMap<string, unknown>;
  /** The resolvers after that; undefined until then. */
  instrumented: ReadonlyMap<string, unknown> | undefined;
  /** Fields whose resolver was replaced by code. */
  replaced: Set<string>;
}

const look = (seen: Seen, schema: GraphqlSchema): void => {
  const { first, replaced } = seen;
  const now = resolversOf(schema);
  const isApollos = (resolver: unknown): boolean => String(resolver).includes(OF_APOLLO);
  const isInstrumented = [...now].some(
    ([key, resolver]) => resolver !== first.get(key) && isApollos(resolver),
  );
  for (const [key, resolver] of now)
    if (isInstrumented ? !isApollos(resolver) : resolver !== first.get(key)) replaced.add(key);
  if (isInstrumented) seen.instrumented = now;
};

/**
 * Watches how Strapi builds the GraphQL schema, and which resolvers are executed. Must be called at `register`, before the schema
 * is built.
 *
 * Relies on Strapi building the schema from the registry of types when the extension service is first asked for the extensions
 * (`generate`). Also relies on nexus passing the schema to its plugins before Strapi wraps its resolvers, in place.
 */
export const watchSchema = (strapi: Core.Strapi): SchemaWatch => {
  const service: ExtensionService = strapi.plugin('graphql').service('extension');
  const generate = service.generate.bind(service);
  const services = watchServices(strapi);
  const builds = new Map<Registry, Build>();
  const seen = new WeakMap<GraphqlSchema, Seen>();
  let nexus: Nexus | undefined;
  let builtIn: BuiltIn | undefined;
  service.use((tools) => {
    nexus ??= tools.nexus;
    builtIn ??= builtInOf(nexus);
    return {};
  });
  const watched = (options: { typeRegistry: Registry }): Extension => {
    const { typeRegistry } = options;
    const known = builds.get(typeRegistry);
    if (!known) services.noteBuilders();
    const definitions = known?.definitions ?? noteDefinitions(typeRegistry.definitions);
    const extension = generate(options);
    const build: Build = { definitions, extension, built: undefined };
    builds.set(typeRegistry, build);
    const plugin = nexus?.plugin({
      name: 'ResponseCache',
      onAfterBuild(schema) {
        build.built = { schema, resolvers: resolversOf(schema) };
      },
    });
    // It is the last plugin, so that it sees the changes of the others.
    return { ...extension, plugins: [...(extension.plugins ?? []), plugin] };
  };
  service.generate = watched;
  const see = (schema: GraphqlSchema): Seen => {
    const known = seen.get(schema);
    if (known) {
      if (!known.instrumented) look(known, schema);
      return known;
    }
    const made: Seen = { first: resolversOf(schema), instrumented: undefined, replaced: new Set() };
    seen.set(schema, made);
    return made;
  };
  return {
    see,
    codeAround: () => (services.isChanged() ? [['extensions', 'graphql']] : []),
    originOf(schema, type, name) {
      const key = `${type}.${name}`;
      const { first, instrumented, replaced } = see(schema);
      const field = schema.getTypeMap()[type]?.getFields?.()[name];
      const wrapped = first.get(key);
      // Code that replaced `generate` may have added extensions after this plugin.
      if (!field || !builtIn || service.generate !== watched) return undefined;
      if (replaced.has(key) || field.resolve !== (instrumented ?? first).get(key)) return undefined;
      if (!String(wrapped).includes(OF_STRAPI)) return undefined;
      for (const { definitions, extension, built } of builds.values())
        if (built?.schema.getTypeMap()[type]?.getFields?.()[name]?.resolve === wrapped)
          return { definitions, builtIn, extension, field, resolver: built?.resolvers.get(key) };
      return undefined;
    },
  };
};
