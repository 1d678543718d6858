import type { GraphqlType, StrapiDefinitions } from './graphql-definitions';

/** What Strapi and GraphQL themselves define. */
export interface KnownTypes {
  definitions: StrapiDefinitions;
  scalars: ReadonlyMap<string, GraphqlType>;
}

const named = (type: GraphqlType): GraphqlType => (type.ofType ? named(type.ofType) : type);

/** Whether a scalar is `I18NLocaleCode`, which Strapi's own `@strapi/i18n` adds as an extension: its values are taken as they are. */
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

/** Whether values of a type are shown as Strapi does it, and members of a union are told apart by its code. */
export const isKnownOutput = (given: GraphqlType, known: KnownTypes): boolean => {
  const type = named(given);
  const { name = '' } = type;
  if (type.getValues) return isKnownEnum(type, known);
  if (type.serialize) return knownScalar(type, known)?.serialize === type.serialize;
  if (known.definitions.unions.has(name)) return known.definitions.unions.get(name) === type.resolveType;
  return known.definitions.objects.has(name) && !type.isTypeOf && !type.resolveType;
};

/** Whether what a client writes for a type is read as Strapi does it. */
const isKnownLeaf = (type: GraphqlType, known: KnownTypes): boolean => {
  if (type.getValues) return isKnownEnum(type, known);
  const scalar = knownScalar(type, known);
  return scalar
    ? scalar.parseValue === type.parseValue && scalar.parseLiteral === type.parseLiteral
    : isOfLocales(type);
};

/** The scalars and enums that an argument is made of; filters nest without end, so that they are looked for once. */
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

/** Tells whether all that clients may write for an argument is read as Strapi does it. */
export const knowsInputs = (): ((type: GraphqlType, known: KnownTypes) => boolean) => {
  const found = new WeakMap<GraphqlType, ReadonlySet<GraphqlType>>();
  return (type, known) => {
    const leaves = found.get(type) ?? leavesOf(type);
    found.set(type, leaves);
    return [...leaves].every((leaf) => isKnownLeaf(leaf, known));
  };
};
