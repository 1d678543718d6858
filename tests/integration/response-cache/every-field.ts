import { authorizeToken } from '../../support/api-token';
import type { Suite } from '../../support/describe-newsroom';
import { addressOf, ask } from '../../support/response-cache';

interface Kind {
  name: string | null;
  kind: string;
  ofType: Kind | null;
}
interface Type {
  name: string;
  fields: { name: string; type: Kind }[] | null;
}

/** Resolved by code of the newsroom's, and declared by nobody. */
const OF_AN_EXTENSION = ['since', 'reason'];

/** Of no document: the relations of one are Strapi's own answer for a token that may see drafts. */
const NONE = 'filters: { documentId: { eq: "none" } }';

const KIND = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';

const named = (kind: Kind): Kind => (kind.ofType ? named(kind.ofType) : kind);

/** Whatever Strapi makes of content types in GraphQL, with the newsroom's own plugins beside it. */
export const everyField: Suite = (newsroom) => {
  it('every field of GraphQL that Strapi makes of content types is stored', async () => {
    const address = await addressOf(newsroom());
    const headers = { authorization: await authorizeToken(newsroom().strapi, 'full-access') };
    const get = async (query: string) => {
      const answer = await ask(address, '/graphql', { query, headers });
      return { ...answer, text: answer.body, body: JSON.parse(answer.body) };
    };
    const { body } = await get(`{ __schema { types { name fields { name type { ${KIND} } } } } }`);
    const types = new Map(
      (body.data.__schema.types as Type[]).map(({ name, fields }) => [name, fields ?? []]),
    );
    const leafKinds = ['SCALAR', 'ENUM'];
    const selected = (type: string): string =>
      (types.get(type) ?? [])
        .filter(({ name }) => !OF_AN_EXTENSION.includes(name))
        .map(({ name, type: kind }) => {
          if (leafKinds.includes(named(kind).kind)) return name;
          return name.endsWith('_connection') ? `${name} { nodes { __typename } }` : `${name} { __typename }`;
        })
        .join(' ');
    const connections = (types.get('Query') ?? []).filter(({ name }) => name.endsWith('_connection'));
    expect(connections.length).toBeGreaterThan(7);
    for (const { name, type } of connections) {
      const nodes = types.get(named(type).name ?? '')?.find((field) => field.name === 'nodes');
      const fields = selected(named(nodes?.type as Kind).name ?? '');
      const list = name.replace('_connection', '');
      for (const query of [
        `{ ${list}(${NONE}) { ${fields} } }`,
        `{ ${name}(${NONE}) { nodes { __typename } pageInfo { total page pageSize pageCount } } }`,
      ]) {
        const { status, cache, text } = await get(query);
        expect([query, status, text, cache]).toEqual([query, 200, text, 'miss']);
      }
    }
  });
};
