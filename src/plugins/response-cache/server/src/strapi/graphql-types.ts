import type { GraphqlType, StrapiDefinitions } from './graphql-definitions';

/** The types that Strapi and GraphQL themselves define. */
export interface KnownTypes {
  definitions: StrapiDefinitions;
  scalars: ReadonlyMap<string, GraphqlType>;
}

const named = (type: GraphqlType): GraphqlType => (type.ofType ? named(type.ofType) : type);

/** Whether a scalar is `I18NLocaleCode`, which Strapi's own `@strapi/i18n` adds as an extension. Its values are taken unchanged. */
const isOfLocales = ({ parseValue, parseLiteral }: GraphqlType): boolean =>
  String(parseLiteral).includes('Unknown locale supplied') &&
  /^function [\w$]*\(([\w$]+)\)\s*\{\s*return \1;?\s*\}$/.test(String(parseValue));

const isKnownEnum = (type: GraphqlType, { definitions }: KnownTypes): boolean => {
  const members = definitions.enums.get(type.name ?? '');
  return (
    members !== undefined &&
    !Object.hasOwn(type, 'serialize') &&
    (type.getValues?.() ?? []).every(
      ({ name, value }) => Object.hasOwn(members, name) && members[name] === value,
    )
  );
};

const knownScalar = ({ name = '' }: GraphqlType, known: KnownTypes): GraphqlType | undefined =>
  known.definitions.scalars.get(name) ?? known.scalars.get(name);

/** Whether values of a type are written out by Strapi's code, and members of a union are told apart by Strapi's code. */
export const isKnownOutput = (given: GraphqlType, known: KnownTypes): boolean => {
  const type = named(given);
  const { name = '' } = type;
  if (type.getValues) return isKnownEnum(type, known);
  if (type.serialize) return knownScalar(type, known)?.serialize === type.serialize;
  if (known.definitions.unions.has(name)) return known.definitions.unions.get(name) === type.resolveType;
  return known.definitions.objects.has(name) && !type.isTypeOf && !type.resolveType;
};

/** Whether a client's input for a type is read by Strapi's code. */
const isKnownLeaf = (type: GraphqlType, known: KnownTypes): boolean => {
  if (type.getValues) return isKnownEnum(type, known);
  const scalar = knownScalar(type, known);
  return scalar
    ? scalar.parseValue === type.parseValue && scalar.parseLiteral === type.parseLiteral
    : isOfLocales(type);
};

/** The scalars and enums that an argument is made of. Filters nest without end, so each type is looked at once. */
const leavesOf = (type: GraphqlType, leaves = new Set<GraphqlType>(), seen = new Set<GraphqlType>()) => {
  const open = [named(type)];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.serialize) leaves.add(next);
    for (const field of Object.values(next.getFields?.() ?? {})) if (field) open.push(named(field.type));
  }
  return leaves;
};

/** Makes a function that tells whether all input for an argument is read by Strapi's code. */
export const knowsInputs = (): ((type: GraphqlType, known: KnownTypes) => boolean) => {
  const found = new WeakMap<GraphqlType, ReadonlySet<GraphqlType>>();
  return (type, known) => {
    const leaves = found.get(type) ?? leavesOf(type);
    found.set(type, leaves);
    return [...leaves].every((leaf) => isKnownLeaf(leaf, known));
  };
};
