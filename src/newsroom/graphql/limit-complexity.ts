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

/** How many entries a list of the content API has at most, asked for or not. */
export interface ListLimits {
  defaultLimit: number;
  maxLimit: number;
}

interface Arguments {
  pagination?: { limit?: unknown; pageSize?: unknown } | null;
  filters?: unknown;
  sort?: unknown;
}

/** The cost, in values, of a database query: Strapi makes one for each entry whose relation is selected. */
const QUERY_COST = 150;
/** The cost of each value within these arguments: Strapi checks it against the model and the caller's rights. */
const ARGUMENT_COST = 100;
const CHECKED_ARGUMENTS = new Set(['filters', 'sort']);
/** Levels of nesting of an argument: deeper ones exhaust the stack of Strapi's own code. */
const MAX_ARGUMENT_DEPTH = 30;
const refusal = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** Values within an argument, lists and objects included. */
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

/** What a field's arguments cost. */
const costOfArguments = (args: Arguments): number => {
  const fault = validateFilters(args.filters) ?? validateSort(args.sort);
  if (fault) throw refusal(fault, 'BAD_USER_INPUT');
  return Object.entries(args).reduce(
    (sum, [name, value]) => sum + valuesWithin(value) * (CHECKED_ARGUMENTS.has(name) ? ARGUMENT_COST : 1),
    0,
  );
};

const isList = ({ type }: GraphQLField<unknown, unknown>): boolean => isListType(getNullableType(type));

/** Whether a type is a page of entries, as the fields that end in `_connection` give: these are its `nodes`. */
const isPage = (type: GraphQLCompositeType | undefined): boolean => {
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  return nodes !== undefined && isList(nodes);
};

/**
 * A value costs 1. A relation costs a query, and what its entries cost as many times as it may have; of a page, its
 * `nodes` are as many as the page was asked for.
 */
const estimator =
  ({ defaultLimit, maxLimit }: ListLimits): ComplexityEstimator =>
  ({ type, args, field, childComplexity }) => {
    const given = args as Arguments;
    const own = 1 + costOfArguments(given);
    const target = getNamedType(field.type);
    if (!isCompositeType(target)) return own;
    // Introspection costs no database query.
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

/** @throws GraphQLError, answered with 400, for variables that are not of their types, and whatever has no cost */
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
 * An Apollo plugin that refuses a query, before it runs, that asks for more values than a page could show. Depth alone does
 * not limit that: a hundred articles, each with all its companies and all of their articles, are three levels. The cost is
 * that of the query as it would be executed, with the values of its variables and its fragments expanded.
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
