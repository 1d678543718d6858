import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';

/** Marks a query as the plugin's own. It is a symbol, so a request cannot send it. */
const OWN = Symbol('a query of the plugin itself');

type SnapshotQuery = ReturnType<Core.Strapi['db']['query']>;
type Find = 'findOne' | 'findMany' | 'count';

/** Whether a database query is the plugin's own. */
export const isOwnQuery = (query: object): boolean => OWN in query;

/**
 * Queries of the record for the plugin's own work. A publication over the content API must see all rows of its document, whatever
 * its caller may read. Never use them for an answer to a caller.
 */
export const ownQuery = (strapi: Core.Strapi): Pick<SnapshotQuery, Find | 'updateMany'> => {
  const query = strapi.db.query(SNAPSHOT_UID);
  const own = <Params extends object>(params: Params | undefined): Params =>
    Object.assign({ [OWN]: true }, params);
  return {
    findOne: (params) => query.findOne(own(params)),
    findMany: (params) => query.findMany(own(params)),
    count: (params) => query.count(own(params)),
    updateMany: (params) => query.updateMany(params),
  };
};
