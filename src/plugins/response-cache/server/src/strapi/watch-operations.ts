import type { Core } from '@strapi/strapi';
import { judgeOperation, type MayStore, type Operation } from '../reads/judge-operation';
import { watchApolloCode } from './apollo-code';
import type { StorableFields } from './graphql-fields';
import type { GraphqlSchema, SchemaWatch } from './graphql-schema';
import type { Recordings } from './watch-statements';

/** The data that Apollo passes to a plugin once it has found and validated the operation. */
interface Resolved {
  document: Pick<Operation, 'definitions'>;
  operation: Operation['operation'];
  schema: Operation['schema'] & GraphqlSchema;
  contextValue: { koaContext?: { req?: object } };
}

interface ApolloOptions {
  plugins?: unknown[];
}

/**
 * Looks at each recorded GraphQL operation just before Apollo executes it. Must be called at `register`, because the GraphQL plugin
 * reads its configuration at `bootstrap`.
 *
 * @param storable called when a request comes, because the schema is built later
 */
export const watchOperations = (
  strapi: Core.Strapi,
  recordings: Recordings,
  watch: SchemaWatch,
  storable: () => StorableFields,
): void => {
  const key = 'plugin::graphql.apolloServer';
  const plugin = {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, operation, schema, contextValue }: Resolved): Promise<void> {
          watch.see(schema);
          const req = contextValue.koaContext?.req;
          const recording = req && recordings.get(req);
          if (recording) {
            const { definitions } = document;
            const fields = new Set<string>();
            const mayStore = storable()(schema);
            const noteField: MayStore = (type, field) => {
              fields.add(`${type}.${field}`);
              return mayStore(type, field);
            };
            const around = [...watch.codeAround(), ...codeInApollo()].filter((name) => !noteField(...name));
            const fault = recording.operation
              ? 'batch'
              : around.length > 0
                ? `resolver ${around.map((name) => name.join('.')).join(', ')}`
                : judgeOperation({ definitions, operation, schema }, noteField);
            recording.operation = { fault, fields: [...fields] };
          }
          return Promise.resolve();
        },
      }),
  };
  const codeInApollo = watchApolloCode(strapi, plugin);
  const given = strapi.config.get<ApolloOptions>(key, {});
  strapi.config.set(key, { ...given, plugins: [...(given.plugins ?? []), plugin] });
};
