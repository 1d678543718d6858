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

/** @throws GraphQLError, answered with 400, for variables that are not of their types */
const costOf = ({ schema, document, request }: Resolved, lists: ListLimits): number => {
  try {
    return getComplexity({
      schema,
      query: document,
      operationName: request.operationName,
      variables: request.variables ?? {},
      estimators: [estimator(lists)],
    });
  } catch (error) {
    throw new GraphQLError(error instanceof Error ? error.message : String(error), {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
};

/**
 * An Apollo plugin that refuses a query before it runs where it asks for more values than a page could show. Depth alone
 * does not tell: a hundred articles, each with all of its companies and all of their articles, are three levels.
 */
export const limitCost = (most: number, lists: ListLimits) => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, request }: Resolved) => {
        const cost = costOf({ schema, document, request }, lists);
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
