import { GraphQLError, isListType, isNonNullType, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';

/** How many entries a list of the content API has at most, asked for or not. */
export interface ListLimits {
  defaultLimit: number;
  maxLimit: number;
}

interface Paging {
  pagination?: { limit?: unknown; pageSize?: unknown } | null;
}

/** A value costs 1; a list, what one of its entries costs times as many as it may have. */
const estimator =
  ({ defaultLimit, maxLimit }: ListLimits): ComplexityEstimator =>
  ({ args, field, childComplexity }) => {
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (!isListType(type) || childComplexity === 0) return 1 + childComplexity;
    const { pagination } = args as Paging;
    const asked = Number(pagination?.limit ?? pagination?.pageSize ?? defaultLimit);
    const entries = asked > 0 && asked <= maxLimit ? asked : maxLimit;
    return 1 + entries * childComplexity;
  };

interface Resolved {
  schema: GraphQLSchema;
  document: DocumentNode;
  request: { operationName?: string; variables?: Record<string, unknown> };
}

/**
 * An Apollo plugin that refuses a query before it runs where it asks for more values than a page could show. Depth alone
 * does not tell: a hundred articles, each with all of its companies and all of their articles, are three levels.
 */
export const limitCost = (most: number, lists: ListLimits) => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, request }: Resolved) => {
        const cost = getComplexity({
          schema,
          query: document,
          operationName: request.operationName,
          variables: request.variables ?? {},
          estimators: [estimator(lists)],
        });
        if (cost > most) {
          throw new GraphQLError(
            `The query asks for up to ${cost} values, more than the ${most} allowed: ask for fewer fields, or page its lists with pagination.`,
            { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } },
          );
        }
        return Promise.resolve();
      },
    }),
});
