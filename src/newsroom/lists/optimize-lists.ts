import type { Core } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { createPopulateLimit } from './limit-populate';
import { addListIndexes } from './list-indexes';
import { createRelationFilters } from './filter-by-index';
import { refreshSqliteStatistics } from '../database/sqlite-statistics';

/** The request that is being answered, as far as lists are concerned. */
interface Request {
  method: string;
  state: { route?: { info?: { type?: string } } };
}

/**
 * Makes what lists cost depend on what they answer, not on how much there is.
 *
 * Has to be called after `keepDraftsInside`: a filter that has become a subquery is no filter on a relation any
 * more, so that nothing could be added to it.
 */
export const optimizeLists = async (strapi: Core.Strapi): Promise<void> => {
  await addListIndexes(strapi);
  await refreshSqliteStatistics(strapi);

  /** Whether a reader is answered: what the newsroom reads for itself, to publish or to export, it needs all of. */
  const isReader = (): boolean => {
    const ctx = strapi.requestContext.get() as unknown as Request | undefined;
    return ctx?.state.route?.info?.type === 'content-api' && (ctx.method === 'GET' || ctx.method === 'HEAD');
  };
  const { reach, reachPage } = createRelationFilters(strapi);
  const bound = createPopulateLimit(strapi, strapi.config.get<number>('api.rest.maxLimit'), isReader);

  const isOurs = ({ model }: Event): boolean => model.uid.startsWith('api::');
  const populate = ({ model, params }: Event): void => {
    const query = params as Record<string, unknown>;
    Object.assign(query, bound(query, model.uid));
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: populate,
    beforeFindMany(event) {
      if (isOurs(event)) reachPage(event.params, event.model.uid);
      populate(event);
    },
    beforeCount(event) {
      if (isOurs(event)) reach(event.params, event.model.uid);
    },
  });
};
