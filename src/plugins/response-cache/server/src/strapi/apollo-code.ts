import type { Core } from '@strapi/strapi';

/** Options of Apollo Server that decide on refusals, storage or logs, but not on the answer. */
const HARMLESS = new Set([
  // Answers to batches are not stored.
  'allowBatchedHttpRequests',
  'apollo',
  'bodyParserConfig',
  'cache',
  'csrfPrevention',
  'dangerouslyDisableValidation',
  'documentStore',
  // Every field already has a resolver of Strapi's.
  'fieldResolver',
  // Answers with errors are not stored.
  'formatError',
  'hideSchemaDetailsFromClientErrors',
  'includeStacktraceInErrorResponses',
  'introspection',
  'logger',
  'maxRecursiveSelections',
  'nodeEnv',
  'parseOptions',
  'persistedQueries',
  'status400ForVariableCoercionErrors',
  'stopOnTerminationSignals',
  'uploads',
  // They only see the text of an operation, and Apollo itself calls them once for each text.
  'validationRules',
]);

/**
 * The headers, in lower case, that Apollo accepts as a sign that a request is no cross-site forgery, if the app names its own.
 * Apollo refuses simple requests that have none of them, so an answer must not be given to a request without them.
 */
export const csrfHeaders = (strapi: Core.Strapi): string[] => {
  const { csrfPrevention } = strapi.config.get<{ csrfPrevention?: boolean | { requestHeaders?: string[] } }>(
    'plugin::graphql.apolloServer',
    {},
  );
  const named = typeof csrfPrevention === 'object' ? (csrfPrevention.requestHeaders ?? []) : [];
  return named.map((name) => name.toLowerCase());
};

const hasFunctions = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasFunctions));

/** Whether an Apollo plugin is called for each request. */
const looksAtRequests = (plugin: unknown): boolean =>
  typeof plugin === 'function' ||
  (plugin as { requestDidStart?: unknown } | null | undefined)?.requestDidStart !== undefined;

/** A name that code is declared by: `apolloServer` and `plugins`. */
type Name = [kind: string, name: string];

/**
 * Finds the code that an app's configuration of GraphQL makes Apollo run for each request, because it may change the answer. Must
 * be called at `register`.
 *
 * @param own this plugin's own Apollo plugin
 * @returns a function for use after GraphQL has started. It gives the names of options of `apolloServer`, and `landingPage` if that
 *   function returns a plugin that is called for each request.
 */
export const watchApolloCode = (strapi: Core.Strapi, own: unknown): (() => Name[]) => {
  const { config } = strapi;
  const key = 'plugin::graphql.landingPage';
  const landingPage = config.get<unknown>(key);
  let given: unknown;
  if (typeof landingPage === 'function')
    config.set(key, (...args: unknown[]): unknown => {
      given = (landingPage as (...args: unknown[]) => unknown)(...args);
      return given;
    });
  const isCode = (name: string, value: unknown): boolean => {
    if (value === undefined || HARMLESS.has(name)) return false;
    if (name === 'cors') return hasFunctions(value);
    return (
      name !== 'plugins' || (value as unknown[]).some((plugin) => plugin !== own && looksAtRequests(plugin))
    );
  };
  return () => [
    ...Object.entries(config.get<object>('plugin::graphql.apolloServer', {})).flatMap(
      ([name, value]): Name[] => (isCode(name, value) ? [['apolloServer', name]] : []),
    ),
    ...(looksAtRequests(given) ? [['graphql', 'landingPage'] satisfies Name] : []),
  ];
};
