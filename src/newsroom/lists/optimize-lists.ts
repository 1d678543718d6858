import type { Core } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { createPopulateLimit } from './limit-populate';
import { addListIndexes } from './list-indexes';
import { createRelationFilters } from './filter-by-index';
import { refreshSqliteStatistics } from '../database/sqlite-statistics';

/** The part of the current request that concerns lists. */
interface Request {
  method: string;
  state: { route?: { info?: { type?: string } } };
}

/**
 * Makes the cost of a list depend on the size of its answer, and not on the number of entries in the database.
 *
 * Must be called after `isolateDrafts`, which adds to filters on relations, because this turns them into subqueries.
 */
export const optimizeLists = async (strapi: Core.Strapi): Promise<void> => {
  await addListIndexes(strapi);
  await refreshSqliteStatistics(strapi);

  /** Whether the request is a reader's. Reads of the newsroom for publishing or exporting are not limited. */
  const isReader = (): boolean => {
    const ctx = strapi.requestContext.get() as unknown as Request | undefined;
    return ctx?.state.route?.info?.type === 'content-api' && (ctx.method === 'GET' || ctx.method === 'HEAD');
  };
  const { filterByIndex, pageByIndex } = createRelationFilters(strapi);
  const bound = createPopulateLimit(strapi, strapi.config.get<number>('api.rest.maxLimit'), isReader);

  const isOurs = ({ model }: Event): boolean => model.uid.startsWith('api::');
  const populate = ({ model, params }: Event): void => {
    const query = params as Record<string, unknown>;
    Object.assign(query, bound(query, model.uid));
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: populate,
    beforeFindMany(event) {
      if (isOurs(event)) pageByIndex(event.params, event.model.uid);
      populate(event);
    },
    beforeCount(event) {
      if (isOurs(event)) filterByIndex(event.params, event.model.uid);
    },
  });
};
