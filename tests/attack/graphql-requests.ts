import type { GraphQLSchema } from 'graphql';
import { loadOutside } from '../support/load-strapi';
import type { Newsroom } from '../support/newsroom';
import { PLANTED, type Victim } from './victim';

interface Type {
  kind: string;
  name: string | null;
  ofType: Type | null;
}
interface Argument {
  name: string;
  type: Type;
}
interface Field {
  name: string;
  type: Type;
  args: Argument[];
}
interface NamedType {
  kind: string;
  name: string;
  fields: Field[] | null;
  inputFields: Argument[] | null;
  enumValues: { name: string }[] | null;
  possibleTypes: { name: string }[] | null;
}

const named = (type: Type): string => (type.ofType ? named(type.ofType) : (type.name ?? ''));
const isList = (type: Type): boolean => type.kind === 'LIST' || (type.ofType ? isList(type.ofType) : false);

/** How deep an answer is asked for: relations of relations. */
const DEPTH = 3;

/** Every query and mutation of the schema, in the name of the victim's documents, asking for all that it may answer. */
export const graphqlRequests = ({ strapi }: Newsroom, victim: Victim): string[] => {
  // The schema as it is served: introspection over HTTP would have to keep to the newsroom's own limits.
  const schema: GraphQLSchema = strapi.plugin('graphql').service('content-api').buildSchema();
  // The very module that made the schema: another would not take it.
  const { introspectionFromSchema } = loadOutside<typeof import('graphql')>('graphql');
  const { __schema } = introspectionFromSchema(schema);
  const types = new Map(__schema.types.map((type) => [type.name, type as unknown as NamedType]));

  const selection = (typeName: string, depth: number): string => {
    const type = types.get(typeName);
    if (!type || ['SCALAR', 'ENUM'].includes(type.kind)) return '';
    if (type.kind === 'UNION') return '{ __typename }';
    const fields = (type.fields ?? []).flatMap((field) => {
      const inner = named(field.type);
      if (['SCALAR', 'ENUM'].includes(types.get(inner)?.kind ?? '')) return [field.name];
      // Deeper down one list an entry is enough to tell, and keeps the query within its cost.
      if (depth <= 1 || field.args.some(({ type: { kind } }) => kind === 'NON_NULL')) return [];
      const few = isList(field.type) ? '(pagination: { limit: 2 })' : '';
      const pages = field.args.some(({ name }) => name === 'pagination') ? few : '';
      return [`${field.name}${pages} ${selection(inner, depth - 1)}`];
    });
    return `{ __typename ${fields.filter((field) => !field.startsWith('__')).join(' ')} }`;
  };

  const value = ({ name, type }: Argument, documentId: string, status: string): string => {
    const inner = types.get(named(type));
    if (isList(type))
      return `[${value({ name, type: { kind: 'X', name: named(type), ofType: null } }, documentId, status)}]`;
    if (name === 'status') return status;
    if (inner?.kind === 'ENUM') return inner.enumValues?.[0]?.name ?? 'null';
    if (inner?.kind === 'INPUT_OBJECT') return name === 'data' ? data(inner) : '{}';
    if (inner?.name === 'Int' || inner?.name === 'Float') return '1';
    if (inner?.name === 'Boolean') return 'true';
    if (name === 'locale') return '"de"';
    return JSON.stringify(/id$/i.test(name) ? documentId : 'Attacked');
  };
  const data = ({ inputFields }: NamedType): string => {
    const texts = (inputFields ?? []).filter(
      ({ name, type }) => type.name === 'String' && ['title', 'name', 'byline', 'summary'].includes(name),
    );
    return `{ ${texts.map(({ name }) => `${name}: "Attacked"`).join(', ')} }`;
  };

  const requests: string[] = [];
  for (const [operation, type] of [
    ['query', types.get('Query')],
    ['mutation', types.get('Mutation')],
  ] as const) {
    for (const field of type?.fields ?? []) {
      const answer = selection(named(field.type), DEPTH);
      for (const documentId of [...victim.documents.values()].flat()) {
        // Who may write may publish, and what is published is everybody's to read.
        for (const status of operation === 'mutation' ? ['DRAFT'] : ['DRAFT', 'PUBLISHED']) {
          const wanted = field.args.filter(
            ({ name, type: { kind } }) =>
              kind === 'NON_NULL' || ['documentId', 'status', 'data'].includes(name),
          );
          const args = wanted.map((one) => `${one.name}: ${value(one, documentId, status)}`).join(', ');
          requests.push(`${operation} { ${field.name}${args ? `(${args})` : ''} ${answer} }`);
        }
      }
    }
  }
  const guesses = ['articles', 'tickers', 'companies', 'disclaimers', 'briefings'].map(
    (list) => `{ ${list}(filters: { documentId: { ne: "x" } }, status: DRAFT) { documentId } }`,
  );
  return [...new Set([...requests, ...guesses])].filter((query) => !query.includes(PLANTED));
};
