import { limitComplexity, type ListLimits } from './limit-complexity';
import { MAX_TOKENS } from './expanded-size';

/** The most values that one query may request. A hundred articles with their quotes, tickers and companies are about 80,000. */
const MAX_COMPLEXITY = 150_000;

interface Answer {
  body: {
    kind: string;
    singleResult?: { errors?: readonly { message: string; extensions?: Record<string, unknown> }[] };
  };
}

/** Replaces the messages of unexpected errors. Strapi would send them, and they may reveal internals. */
const maskInternalErrors = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }: { response: Answer }) => {
        const { singleResult } = response.body;
        if (singleResult?.errors) {
          singleResult.errors = singleResult.errors.map((error) =>
            error.extensions?.code === 'INTERNAL_SERVER_ERROR'
              ? { ...error, message: 'Internal Server Error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }
              : error,
          );
        }
        return Promise.resolve();
      },
    }),
};

/** Options of Apollo Server, in addition to Strapi's. */
export const apolloOptions = (lists: ListLimits, production: boolean) => ({
  introspection: !production,
  // "Did you mean …" would reveal the schema, which introspection hides.
  hideSchemaDetailsFromClientErrors: production,
  includeStacktraceInErrorResponses: false,
  parseOptions: { maxTokens: MAX_TOKENS },
  // Strapi's own middleware sets the headers for the whole API.
  cors: false,
  // The body is read after the caller is known, as with REST.
  bodyParserConfig: false,
  plugins: [limitComplexity(MAX_COMPLEXITY, lists), maskInternalErrors],
});
