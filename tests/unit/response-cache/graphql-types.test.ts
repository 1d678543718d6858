import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import type { GraphqlType } from '../../../src/plugins/response-cache/server/src/strapi/graphql-definitions';
import {
  isKnownOutput,
  knowsInputs,
  type KnownTypes,
} from '../../../src/plugins/response-cache/server/src/strapi/graphql-types';

const asType = (type: object): GraphqlType => type;

const time = new GraphQLScalarType({
  name: 'Time',
  serialize: String,
  parseValue: String,
  parseLiteral: String,
});
const article = new GraphQLObjectType({ name: 'Article', fields: { title: { type: GraphQLString } } });
const union = (resolveType: () => string, name = 'Block') =>
  new GraphQLUnionType({ name, types: [article], resolveType });
const toArticle = () => 'Article';
const kind = (values: Record<string, string>) =>
  new GraphQLEnumType({
    name: 'Kind',
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  });

const known: KnownTypes = {
  definitions: {
    resolvers: new Map(),
    objects: new Set(['Article']),
    unions: new Map([['Block', toArticle]]),
    scalars: new Map([['Time', asType(time)]]),
    enums: new Map([['Kind', { news: 'news', opinion: 'opinion' }]]),
  },
  scalars: new Map([['String', asType(GraphQLString)]]),
};

describe('a type of GraphQL is shown as Strapi does it', () => {
  it.each<[string, object]>([
    ['a scalar of Strapi’s', time],
    ['a scalar of GraphQL’s, in a list', new GraphQLNonNull(new GraphQLList(GraphQLString))],
    ['an object', article],
    ['a union', union(toArticle)],
    ['an enum', kind({ news: 'news', opinion: 'opinion' })],
  ])('%s', (_what, type) => {
    expect(isKnownOutput(asType(type), known)).toBe(true);
  });

  it.each<[string, object]>([
    ['a scalar of another name', new GraphQLScalarType({ name: 'Own' })],
    ['a scalar of Strapi’s with other code', new GraphQLScalarType({ name: 'Time', serialize: () => 'x' })],
    ['an object of another name', new GraphQLObjectType({ name: 'Own', fields: {} })],
    [
      'an object that code recognizes',
      new GraphQLObjectType({ name: 'Article', fields: {}, isTypeOf: () => true }),
    ],
    ['a union of another name', union(toArticle, 'Own')],
    ['a union whose members other code tells apart', union(() => 'Article')],
    ['an enum with other values', kind({ news: 'opinion', opinion: 'news' })],
    ['an enum with more values', kind({ news: 'news', own: 'own' })],
  ])('but not %s', (_what, type) => {
    expect(isKnownOutput(asType(type), known)).toBe(false);
  });
});

function asGiven(value: unknown) {
  return value;
}
const locale = (parseValue: (value: unknown) => unknown) =>
  new GraphQLScalarType({
    name: 'I18NLocaleCode',
    parseValue,
    parseLiteral: () => {
      throw new Error('Unknown locale supplied');
    },
  });
/** Filters nest in themselves. */
const filters = (leaf: GraphQLScalarType | GraphQLEnumType): GraphQLInputObjectType => {
  const type: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: 'Filters',
    fields: () => ({ and: { type: new GraphQLList(type) }, own: { type: leaf } }),
  });
  return type;
};

describe('an argument of GraphQL is read as Strapi does it', () => {
  it.each<[string, object, boolean]>([
    ['a scalar of Strapi’s, in filters', filters(time), true],
    ['an enum', kind({ news: 'news' }), true],
    ['the locale of Strapi’s i18n', locale(asGiven), true],
    ['the locale, read by other code', locale(() => 'de'), false],
    ['another scalar, in filters', filters(new GraphQLScalarType({ name: 'Own' })), false],
    [
      'a scalar of Strapi’s with other code',
      new GraphQLScalarType({ name: 'Time', serialize: String, parseValue: () => 'x', parseLiteral: String }),
      false,
    ],
    [
      'a scalar of Strapi’s that reads literals by other code',
      new GraphQLScalarType({ name: 'Time', serialize: String, parseValue: String, parseLiteral: () => 'x' }),
      false,
    ],
  ])('%s', (_what, type, expected) => {
    const isKnownInput = knowsInputs();
    for (let turn = 0; turn < 2; turn += 1) expect(isKnownInput(asType(type), known)).toBe(expected);
  });
});
