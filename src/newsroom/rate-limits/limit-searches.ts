import type { Core, Modules } from '@strapi/strapi';
import { tooManyRequests } from './rate-limiter';

/** Searches that run at once, on each node: each goes through all texts of a type. */
const RUNNING = 2;

/** Searches that wait for their turn; who comes after them is told to come again. */
const WAITING = 10;

const RETRY_AFTER_SECONDS = 1;

/** Comparisons that look into texts, or change them first, so that no index answers them. */
const LOOKS_INTO_TEXT = new Set([
  ...['$contains', '$containsi', '$notContains', '$notContainsi', '$startsWith', '$startsWithi'],
  ...['$endsWith', '$endsWithi', '$eqi', '$nei'],
]);

const looksIntoText = (filters: unknown): boolean => {
  if (Array.isArray(filters)) return filters.some(looksIntoText);
  if (typeof filters !== 'object' || filters === null) return false;
  return Object.entries(filters).some(([key, value]) => LOOKS_INTO_TEXT.has(key) || looksIntoText(value));
};

const isSearch = (params: object): boolean => {
  const { _q, filters } = params as { _q?: unknown; filters?: unknown };
  return (_q !== undefined && _q !== null && _q !== '') || looksIntoText(filters);
};

interface Request {
  state: { route?: { info?: { type?: string } } };
  set(header: string, value: string): void;
}

/**
 * Lets readers run a few searches at once, over REST and GraphQL alike; answers 429 with `Retry-After` where more wait
 * than could soon be answered. The admin UI's own lists are not counted.
 *
 * It looks at what the document service is about to ask the database, however it was put to the API.
 */
export const limitSearches = (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware => {
  let free = RUNNING;
  const waiting: (() => void)[] = [];
  // A page has been found, and its total is still to be counted: half an answer would be work for nothing.
  const admitted = new WeakSet<Request>();

  const takeTurn = async (ctx: Request, action: string): Promise<void> => {
    if (free > 0) {
      free -= 1;
    } else {
      if (waiting.length >= WAITING && !(action === 'count' && admitted.has(ctx))) {
        ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
        throw tooManyRequests(RETRY_AFTER_SECONDS);
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    admitted.add(ctx);
  };
  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return async (context, next) => {
    const ctx = strapi.requestContext.get() as unknown as Request | undefined;
    if (ctx?.state.route?.info?.type !== 'content-api' || !isSearch(context.params)) return next();
    await takeTurn(ctx, context.action);
    try {
      return await next();
    } finally {
      endTurn();
    }
  };
};
