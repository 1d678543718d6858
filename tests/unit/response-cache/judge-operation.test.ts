import { buildSchema, parse } from 'graphql';
import {
  judgeOperation,
  type Operation,
} from '../../../src/plugins/response-cache/server/src/reads/judge-operation';

const schema = buildSchema(`
  type Query { articles(status: String): [Article!]!  live: String }
  type Mutation { act: String }
  type Article { title: String company: Company live: String }
  type Company { name: String articles: [Article!]! }
`);
const mayStore = (_type: string, field: string): boolean => field !== 'live';

const judge = (text: string): string | undefined => {
  const { definitions } = parse(text);
  const operation = definitions.find((node) => 'operation' in node);
  return judgeOperation({ schema, definitions, operation } as unknown as Operation, mayStore);
};

describe('an operation of GraphQL', () => {
  it.each([
    '{ articles { title company { name } } }',
    'query A($s: Boolean!) { articles { ...F @include(if: $s) } } fragment F on Article { title __typename }',
    '{ articles(status: PUBLISHED) { title } }',
  ])('may be stored: %s', (text) => {
    expect(judge(text)).toBeUndefined();
  });

  it.each([
    ['{ live }', 'resolver Query.live'],
    ['{ articles { title live } }', 'resolver Article.live'],
    ['{ articles { company { articles { live } } } }', 'resolver Article.live'],
    ['{ articles { ...F } } fragment F on Article { ... on Article { live } }', 'resolver Article.live'],
    ['mutation { act }', 'method'],
    ['{ __schema { types { name } } }', 'introspection'],
    ['{ articles(status: DRAFT) { title } }', 'drafts'],
    ['query A($s: String) { articles(status: $s) { title } }', 'drafts'],
    ['{ articles { title @own } }', 'directive'],
  ])('%s is not stored: %s', (text, why) => {
    expect(judge(text)).toBe(why);
  });

  it('is looked at in linear time, however its fragments nest', () => {
    const depth = 200;
    const fragments = Array.from(
      { length: depth },
      (_, n) => `fragment F${n} on Article { company { articles { ...F${n + 1} ...F${n + 1} } } }`,
    );
    const text = `{ articles { ...F0 } } ${fragments.join(' ')} fragment F${depth} on Article { live }`;
    expect(judge(text)).toBe('resolver Article.live');
  });
});
