import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Declared } from '../config/declared';
import { findUnkeptVary } from '../http/headers';
import { variedBy, type Endpoint } from '../keys/request-key';
import type { Recording } from '../reads/recording';
import { callerOf, type Caller } from '../strapi/caller';
import { codeBeforeRoute, type Routed } from '../strapi/code-before-route';
import {
  handlerName,
  isStockHandler,
  namesOfRouteCode,
  routeName,
  type MatchedRoute,
} from '../strapi/stock-handlers';
import { hasErrors, isBatch } from './has-errors';

/** The parts of a Koa context that are looked at. */
interface Context extends Routed {
  req: { headers: IncomingHttpHeaders };
  query?: { status?: unknown; publicationState?: unknown };
  state: { auth?: unknown; route?: MatchedRoute };
}

/** Strapi's answer to a recorded request. */
export interface Answered {
  recording: Recording;
  res: ServerResponse;
  body: Buffer;
  endpoint: Endpoint;
  /** When Strapi was asked, in epoch milliseconds. */
  startedAt: number;
}

/** An answer that may be stored. */
export interface Storable {
  caller: Caller;
  route: MatchedRoute;
  validUntil: number;
}

const isStock = (cache: Cache, name: string): boolean => {
  const known = cache.stockHandlers.get(name) ?? isStockHandler(cache.strapi, name);
  cache.stockHandlers.set(name, known);
  return known;
};

const declaredRoute = ({ declared, endpoints }: Cache, route: MatchedRoute): Declared | undefined =>
  declared.routes.get(routeName(route, endpoints.rest) ?? '');

/** The declarations for the code of a route; a reason if some of that code is not declared. */
const declaredOnRoute = (cache: Cache, route: MatchedRoute): Declared[] | string => {
  const whole = declaredRoute(cache, route);
  if (whole) return [whole];
  const name = handlerName(route);
  if (name === undefined) return `route ${route.path}`;
  // A declared handler also covers the policies and middlewares of its route.
  const handler = cache.declared.handlers.get(name);
  if (handler) return [handler];
  if (!isStock(cache, name)) return `handler ${name}`;
  const { policies, middlewares } = namesOfRouteCode(route);
  const found: Declared[] = [];
  for (const [kind, names] of [
    ['policies', policies],
    ['middlewares', middlewares],
  ] as const) {
    for (const one of names) {
      const declared = cache.declared[kind].get(one);
      if (!declared) return `${kind} ${one}`;
      found.push(declared);
    }
  }
  return found;
};

/** The declarations for the code of routers that ran around a route; a reason if some of it is not declared. */
const declaredAround = ({ declared, config }: Cache, ctx: Context): Declared[] | string => {
  const names = codeBeforeRoute(ctx);
  if (!names) return 'route';
  const undeclared = names.find(
    (name) => !declared.middlewares.has(name) && !config.everyHitPasses.includes(name),
  );
  if (undeclared !== undefined) return `router ${undeclared}`;
  return names.flatMap((name) => declared.middlewares.get(name) ?? []);
};

const controlOf = (res: ServerResponse): string => String(res.getHeader('cache-control') ?? '');

const ofResponse = (cache: Cache, { res, body, endpoint }: Answered): string | undefined => {
  if (res.statusCode !== 200) return 'status';
  if (res.hasHeader('set-cookie')) return 'cookie';
  if (res.hasHeader('content-encoding')) return 'encoded';
  // Apollo sets "no-store" on every answer without cache hints.
  if (endpoint === 'rest' && /no-store/i.test(controlOf(res))) return 'no-store';
  const unkept = findUnkeptVary(res.getHeaders().vary, variedBy(cache.dependsOn[endpoint]));
  if (unkept !== undefined) return `vary ${unkept}`;
  if (endpoint !== 'graphql') return undefined;
  if (isBatch(body)) return 'batch';
  return hasErrors(body) ? 'errors' : undefined;
};

const ofReads = (cache: Cache, { recording }: Answered): string | undefined => {
  if (recording.fault !== undefined) return recording.fault;
  if (recording.tables.size === 0) return 'no-database';
  return cache.signsFiles && recording.tables.has('files') ? 'signed-files' : undefined;
};

const asksForDrafts = ({ query = {} }: Context): boolean =>
  (query.status !== undefined && query.status !== 'published') || query.publicationState !== undefined;

/**
 * Until when an answer is valid according to declared code, in epoch milliseconds.
 *
 * @throws Error if a declared `validUntil` returns something else
 */
const endOf = (declared: readonly Declared[], caller: Caller, ctx: Context, body: Buffer): number => {
  const limits = declared.map(({ validUntil }) => {
    const limit: unknown = validUntil ? validUntil(ctx, body.toString('utf8')) : null;
    if (limit === null) return Infinity;
    if (typeof limit === 'number' && !Number.isNaN(limit)) return limit;
    throw new Error(`a declared validUntil gave ${typeof limit}: give milliseconds since 1970, or null.`);
  });
  return Math.min(caller.validUntil, ...limits);
};

/**
 * Whether an answer may be stored. This is decided from what Strapi did: the route that it matched, the caller that it found, and
 * what was read. Returns a reason if it may not.
 */
export const judgeAnswer = (cache: Cache, answered: Answered): Storable | string => {
  const { recording, body, endpoint, startedAt } = answered;
  const reason = ofResponse(cache, answered) ?? ofReads(cache, answered);
  if (reason !== undefined) return reason;
  const ctx = recording.ctx as Context | undefined;
  const route = ctx?.state.route;
  if (!ctx || !route) return 'route';
  if (route.info?.type !== 'content-api' && !declaredRoute(cache, route)) return `route ${route.path}`;
  const caller = callerOf(ctx.state.auth, startedAt);
  if (!caller) return 'caller';
  // An answer to a request with `Authorization` is kept for that caller alone. An answer that is private for another reason may
  // depend on anything.
  const isOwn = ctx.req.headers.authorization !== undefined;
  if (!isOwn && /\bprivate\b/i.test(controlOf(answered.res))) return 'private';
  if (asksForDrafts(ctx)) return 'drafts';
  const strategy = cache.strategies.findUndeclared(route, (name) => cache.declared.strategies.has(name));
  if (strategy !== undefined) return `strategy ${strategy}`;
  const around = declaredAround(cache, ctx);
  if (typeof around === 'string') return around;
  if (endpoint === 'graphql') {
    if (!recording.operation) return 'operation';
    const { fault, fields } = recording.operation;
    if (fault !== undefined) return fault;
    const resolvers = fields.flatMap((field) => cache.declared.resolvers.get(field) ?? []);
    return { caller, route, validUntil: endOf([...around, ...resolvers], caller, ctx, body) };
  }
  const declared = declaredOnRoute(cache, route);
  if (typeof declared === 'string') return declared;
  return { caller, route, validUntil: endOf([...around, ...declared], caller, ctx, body) };
};
