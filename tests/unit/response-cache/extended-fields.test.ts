import { GraphQLObjectType, GraphQLString } from 'graphql';
import { createRequire } from 'node:module';
import { extendedFields } from '../../../src/plugins/response-cache/server/src/strapi/extended-fields';

interface Builder {
  string(name: string, config?: object): void;
  field(config: object): void;
  modify(name: string, config: object): void;
  implements(name: string): void;
  list: { nonNull: { string(name: string): void } };
}
type Define = (config: { type?: string; name?: string; definition(t: Builder): void }) => object;

/** Strapi's own, which is no dependency of this repository. */
const { extendType, objectType, queryField, scalarType } = createRequire(
  require.resolve('@strapi/plugin-graphql/package.json'),
)('nexus') as Record<'extendType' | 'objectType', Define> & {
  queryField(name: string, config: object): object;
  scalarType(config: object): object;
};

describe('fields that definitions of types resolve', () => {
  it('are those that a definition names, in whatever way, of lists in lists', () => {
    const company = extendType({
      type: 'Company',
      definition(t) {
        t.string('slug', { resolve: () => 'x' });
        t.list.nonNull.string('names');
        t.field({ name: 'one', type: 'String' });
        t.modify('title', { resolve: () => 'y' });
      },
    });
    const query = queryField('now', { type: 'String', resolve: () => 'z' });
    const found = extendedFields([[company, [query]], scalarType({ name: 'Own', serialize: String })]);
    expect(found.get('Company')).toEqual(new Set(['slug', 'names', 'one', 'title']));
    expect(found.get('Query')).toEqual(new Set(['now']));
    expect(found.get('Article')).toBeUndefined();
  });

  it('of the same type in two places are all of them', () => {
    const field = (name: string) => extendType({ type: 'Query', definition: (t) => t.string(name) });
    expect(extendedFields([field('me'), field('now')]).get('Query')).toEqual(new Set(['me', 'now']));
  });

  it('may be any where a definition has an interface, fails, or names none', () => {
    const types = [
      objectType({ name: 'Likened', definition: (t) => t.implements('Node') }),
      extendType({
        type: 'Failing',
        definition() {
          throw new Error('made up');
        },
      }),
      extendType({ type: 'Failing', definition: (t) => t.string('name') }),
    ];
    const found = extendedFields(types);
    expect([found.get('Likened'), found.get('Failing')]).toEqual(['all', 'all']);
  });

  it('are those of a type of graphql', () => {
    const type = new GraphQLObjectType({ name: 'Plain', fields: { title: { type: GraphQLString } } });
    expect(extendedFields([type]).get('Plain')).toEqual(new Set(['title']));
  });
});
