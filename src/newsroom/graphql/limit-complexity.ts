import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { validateFilters, validateSort } from '../query-cost/query-depth';

/** The numbers of entries in a list of the content API: the default, and the maximum. */
export interface ListLimits {
  defaultLimit: number;
  maxLimit: number;
}

interface Arguments {
  pagination?: { limit?: unknown; pageSize?: unknown } | null;
  filters?: unknown;
  sort?: unknown;
}

/** The cost of a database query, in values. Strapi runs one for each entry whose relation is selected. */
const QUERY_COST = 150;
/** The cost of each value in an argument, because Strapi checks it against the model and the caller's rights. */
const ARGUMENT_COST = 100;
const CHECKED_ARGUMENTS = new Set(['filters', 'sort']);
/** The deepest nesting of an argument. Deeper ones exhaust the stack in Strapi's own code. */
const MAX_ARGUMENT_DEPTH = 30;
const refusal = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** The number of values in an argument, with lists and objects included. */
const valuesWithin = (argument: unknown): number => {
  let values = -1;
  const open: { value: unknown; depth: number }[] = [{ value: argument, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (depth > MAX_ARGUMENT_DEPTH) {
      throw refusal(
        `An argument is nested deeper than ${MAX_ARGUMENT_DEPTH} levels: write it flat.`,
        'BAD_USER_INPUT',
      );
    }
    values += 1;
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return values;
};

/** The cost of a field's arguments. */
const costOfArguments = (args: Arguments): number => {
  const fault = validateFilters(args.filters) ?? validateSort(args.sort);
  if (fault) throw refusal(fault, 'BAD_USER_INPUT');
  return Object.entries(args).reduce(
    (sum, [name, value]) => sum + valuesWithin(value) * (CHECKED_ARGUMENTS.has(name) ? ARGUMENT_COST : 1),
    0,
  );
};

const isList = ({ type }: GraphQLField<unknown, unknown>): boolean => isListType(getNullableType(type));

/** Whether a type is a page of entries, as the fields that end in `_connection` return. Its entries are its `nodes`. */
const isPage = (type: GraphQLCompositeType | undefined): boolean => {
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  return nodes !== undefined && isList(nodes);
};

/**
 * A value costs 1. A relation costs a query, plus the cost of an entry times the number of entries that it may have. The `nodes` of
 * a page are as many as the page was requested with.
 */
const estimator =
  ({ defaultLimit, maxLimit }: ListLimits): ComplexityEstimator =>
  ({ type, args, field, childComplexity }) => {
    const given = args as Arguments;
    const own = 1 + costOfArguments(given);
    const target = getNamedType(field.type);
    if (!isCompositeType(target)) return own;
    // Introspection needs no database query.
    if (target.name.startsWith('__')) return own + childComplexity;
    if (isPage(type) && isList(field)) return own + childComplexity;
    if (!isList(field) && !isPage(target)) return own + QUERY_COST + childComplexity;
    const asked = Number(given.pagination?.limit ?? given.pagination?.pageSize ?? defaultLimit);
    const entries = asked > 0 && asked <= maxLimit ? asked : maxLimit;
    return own + QUERY_COST + entries * childComplexity;
  };

interface Resolved {
  schema: GraphQLSchema;
  document: DocumentNode;
  request: { operationName?: string; variables?: Record<string, unknown> };
}

/** @throws GraphQLError, answered with 400, for variables of the wrong type, and if the cost cannot be computed */
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
    if (error instanceof GraphQLError && error.extensions.code) throw error;
    throw refusal(error instanceof Error ? error.message : String(error), 'BAD_USER_INPUT');
  }
};

/**
 * An Apollo plugin that refuses a query before it runs if it requests more values than allowed. A limit on depth is not enough: a
 * hundred articles, each with all its companies and all of their articles, are three levels. The cost is that of the query as it
 * would be executed, with the values of its variables and its fragments expanded.
 */
export const limitComplexity = (most: number, lists: ListLimits) => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: (resolved: Resolved) => {
        const cost = costOf(resolved, lists);
        if (!(cost <= most)) {
          throw refusal(
            `The query asks for up to ${cost} values, more than the ${most} allowed: ask for fewer fields, or page its lists with pagination.`,
            'QUERY_TOO_COSTLY',
          );
        }
        return Promise.resolve();
      },
    }),
});
