import type { Core, UID } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { errors } from '@strapi/utils';
import { inspectQueries } from '../strapi/query-params';
import type { MatchedRoute } from '../requests/matched-route';
import {
  validateQueryCost,
  type DatabaseQuery,
  type Limits,
  type Model,
  type RelationStep,
} from './query-cost';

/** Enough for lists of 100 articles with all their relations, and for filters over two relations. */
const CONTENT_API: Limits = { depth: 4, rows: 1_000, conditions: 100, sorts: 10, entries: 12_000 };

/** The admin UI populates the parts of an entry to any depth of its type, and counts of relations. */
const ADMIN_API: Limits = { ...CONTENT_API, conditions: 200, entries: Infinity };

/** Limits for queries that Strapi and its plugins run while they answer a request. They look up many entries at once. */
const internalLimits = (limits: Limits): Limits => ({
  ...limits,
  conditions: 10 * limits.conditions,
  entries: Infinity,
});

/** The number of entries assumed in a relation that an editor fills by hand. */
const ENTRIES_OF_OWN_LIST = 10;
/** The number of entries assumed in the inverse of a relation, such as the articles of a ticker, which grow with the archive. */
const ENTRIES_OF_INVERSE = 100;

/** A relation or component in the database's metadata. */
interface Relation {
  type: string;
  relation?: string;
  target?: string;
  mappedBy?: string;
}

const entriesOf = ({ relation = '', mappedBy }: Relation): number => {
  if (!/Many$/.test(relation)) return 1;
  return relation === 'manyToMany' && mappedBy ? ENTRIES_OF_INVERSE : ENTRIES_OF_OWN_LIST;
};

const createCostModel = (strapi: Core.Strapi): Model => {
  const attributesOf = (uid: string): Record<string, Relation> =>
    strapi.db.metadata.has(uid) ? strapi.db.metadata.get(uid).attributes : {};
  /** The database's metadata does not say which components a dynamic zone may have. */
  const componentsOf = (uid: string, name: string): readonly string[] => {
    const attributes = (strapi.getModel(uid as UID.Schema)?.attributes ?? {}) as Record<
      string,
      { type: string; components?: string[] } | undefined
    >;
    return attributes[name]?.components ?? [];
  };
  return {
    follow: (uid, name): RelationStep | undefined => {
      const attributes = attributesOf(uid);
      const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      if (attribute?.type !== 'relation') return undefined;
      const { target } = attribute;
      const targets = target === undefined ? componentsOf(uid, name) : [target];
      return {
        targets,
        entries: entriesOf(attribute),
        isPart: targets.length > 0 && targets.every((one) => one in strapi.components),
      };
    },
    relationsOf: (uid) =>
      Object.entries(attributesOf(uid))
        .filter(([, { type }]) => type === 'relation')
        .map(([name]) => name),
  };
};

/**
 * Refuses a query with 400 before it runs if it would keep the database or this process busy for long. For example, a filter on
 * `tickers.articles.tickers.articles` joins a table at each step, and each join multiplies the rows.
 *
 * It checks what is about to be executed, for REST, GraphQL and the admin API: the query that Strapi builds from a request's
 * parameters, and the query that reaches the database, for handlers that build their own. Jobs and commands that no request started
 * are not limited.
 */
export const limitQueryCost = (strapi: Core.Strapi): void => {
  const model = createCostModel(strapi);

  const limits = (): Limits | undefined => {
    const { info } = (strapi.requestContext.get()?.state.route ?? {}) as MatchedRoute;
    if (info === undefined) return undefined;
    return info.type === 'admin' ? ADMIN_API : CONTENT_API;
  };
  const limit = (query: DatabaseQuery, uid: string, allowed: Limits): void => {
    const fault = validateQueryCost(query, uid, model, allowed);
    if (fault) throw new errors.ValidationError(fault);
  };

  inspectQueries(strapi, (query, uid) => {
    const allowed = limits();
    if (allowed) limit(query, uid, allowed);
  });

  const limitEvent = ({ model: { uid }, params }: Event): void => {
    const allowed = limits();
    if (allowed) limit(params, uid, internalLimits(allowed));
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: limitEvent,
    beforeFindMany: limitEvent,
    beforeCount: limitEvent,
  });
};
