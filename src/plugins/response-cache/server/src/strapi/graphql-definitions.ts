/** A named GraphQL type as it is executed, or a wrapper of one (a list, "non-null"). Mirrors the types of `graphql`. */
export interface GraphqlType {
  name?: string;
  ofType?: GraphqlType;
  /** Of scalars and enums. */
  serialize?: unknown;
  parseValue?: unknown;
  parseLiteral?: unknown;
  /** Of enums. */
  getValues?(): readonly { name: string; value: unknown }[];
  /** Of unions and interfaces. */
  resolveType?: unknown;
  /** Of objects. */
  isTypeOf?: unknown;
  /** Of objects, interfaces and inputs. */
  getFields?(): Record<string, GraphqlField | undefined>;
}

export interface GraphqlField {
  type: GraphqlType;
  resolve?: unknown;
  args?: readonly { type: GraphqlType }[];
}

interface Field {
  name: string;
  resolve?: unknown;
}

/** The object that nexus passes to the definition of a type. */
interface Block {
  typeBuilder: { addField(field: Field): unknown };
}

/** The configuration of a nexus definition. */
interface Config extends GraphqlType {
  definition?: (block: Block) => unknown;
  members?: Record<string, unknown>;
}

/** The parts of a nexus definition, or of a scalar of `graphql`, that are looked at. */
interface Definition extends GraphqlType {
  value?: Config;
}

/** The definitions that Strapi itself has made from the models of an app. */
export interface StrapiDefinitions {
  /** The resolver of a field (`Article.title`); undefined if the field is read from its parent. */
  resolvers: ReadonlyMap<string, unknown>;
  objects: ReadonlySet<string>;
  unions: ReadonlyMap<string, unknown>;
  scalars: ReadonlyMap<string, GraphqlType>;
  /** The values of enums, by the names that clients write. */
  enums: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** The definitions in a value. A definition may be inside of an object. */
const definitionsIn = (given: unknown): Definition[] => {
  if (typeof given !== 'object' || given === null) return [];
  const definition: Definition = given;
  const isDefinition = typeof definition.name === 'string' && (definition.value ?? definition.serialize);
  return isDefinition ? [definition] : Object.values(given).flatMap(definitionsIn);
};

/** The methods that definitions build fields with. An extension may put methods of its own in front of them. */
const BUILDERS = ['field', 'string', 'int', 'float', 'boolean', 'id', 'list', 'nonNull', 'nullable'];

/** Runs a definition and notes the fields that it gives nexus. */
const noteFields = (
  block: Block,
  definition: (block: Block) => unknown,
  note: (field: Field) => void,
): unknown => {
  const builder = block.typeBuilder;
  const add = builder.addField;
  if (BUILDERS.some((method) => Object.hasOwn(block, method))) return definition(block);
  builder.addField = (field) => {
    note(field);
    return add.call(builder, field);
  };
  try {
    return definition(block);
  } finally {
    builder.addField = add;
  }
};

/**
 * Notes Strapi's definitions, each field with the exact function that resolves it. Must be called before any extension is evaluated
 * and before nexus runs the definitions, because fields are noted while nexus runs them.
 *
 * @param registered the definitions in the registry of types
 */
export const noteDefinitions = (registered: readonly { definition: unknown }[]): StrapiDefinitions => {
  const resolvers = new Map<string, unknown>();
  const objects = new Set<string>();
  const unions = new Map<string, unknown>();
  const scalars = new Map<string, GraphqlType>();
  const enums = new Map<string, Readonly<Record<string, unknown>>>();
  for (const found of registered.flatMap(({ definition }) => definitionsIn(definition))) {
    const { name = '' } = found;
    const config: Config = found.value ?? found;
    const { definition, members, serialize, parseValue, parseLiteral, resolveType } = config;
    if (members) enums.set(name, { ...members });
    else if (serialize) scalars.set(name, { serialize, parseValue, parseLiteral });
    else if (resolveType) unions.set(name, resolveType);
    else if (definition) {
      objects.add(name);
      config.definition = (block) =>
        noteFields(block, definition, (field) => resolvers.set(`${name}.${field.name}`, field.resolve));
    }
  }
  return { resolvers, objects, unions, scalars, enums };
};
