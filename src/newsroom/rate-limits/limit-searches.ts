import type { Core, Modules } from '@strapi/strapi';
import { tooManyRequests } from './rate-limiter';

/** How many searches run at once on each node. Each reads all texts of a type. */
const MAX_RUNNING = 2;

/** How many searches may wait for their turn. More are answered 429. */
const MAX_WAITING = 10;

const RETRY_AFTER_SECONDS = 1;

/** Operators that cannot use an index, because they search within a text or convert it first. */
const TEXT_OPERATORS = new Set([
  ...['$contains', '$containsi', '$notContains', '$notContainsi', '$startsWith', '$startsWithi'],
  ...['$endsWith', '$endsWithi', '$eqi', '$nei'],
]);

const usesTextOperator = (filters: unknown): boolean => {
  if (Array.isArray(filters)) return filters.some(usesTextOperator);
  if (typeof filters !== 'object' || filters === null) return false;
  return Object.entries(filters).some(([key, value]) => TEXT_OPERATORS.has(key) || usesTextOperator(value));
};

const isSearch = (params: object): boolean => {
  const { _q, filters } = params as { _q?: unknown; filters?: unknown };
  return (_q !== undefined && _q !== null && _q !== '') || usesTextOperator(filters);
};

interface Request {
  state: { route?: { info?: { type?: string } } };
  set(header: string, value: string): void;
}

/**
 * Limits how many searches of the content API run at once, over REST and GraphQL. If too many wait, it answers 429 with
 * `Retry-After`. Lists of the admin UI are not limited.
 *
 * It is a document middleware, so it sees the query that will run, in whatever form it was requested.
 */
export const limitSearches = (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware => {
  let free = MAX_RUNNING;
  const waiting: (() => void)[] = [];
  // Requests that have found their page but not yet counted their total. Refusing them would waste the first half.
  const admitted = new WeakSet<Request>();

  const acquire = async (ctx: Request, action: string): Promise<void> => {
    if (free > 0) {
      free -= 1;
    } else {
      if (waiting.length >= MAX_WAITING && !(action === 'count' && admitted.has(ctx))) {
        ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
        throw tooManyRequests(RETRY_AFTER_SECONDS);
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    admitted.add(ctx);
  };
  const release = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return async (context, next) => {
    const ctx = strapi.requestContext.get() as unknown as Request | undefined;
    if (ctx?.state.route?.info?.type !== 'content-api' || !isSearch(context.params)) return next();
    await acquire(ctx, context.action);
    try {
      return await next();
    } finally {
      release();
    }
  };
};
