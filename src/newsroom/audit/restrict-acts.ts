import type { Core } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE_ACT } from '../type-names';
import { isReadUnrestricted } from '../visibility/unrestricted-reads';
import type { Query } from '../visibility/visibility';
import { readableActs } from './readable-acts';

/**
 * Leaves out lines about articles that a user of the admin UI, or an agent, may not read. The content manager checks only the
 * permission to read the list, so a role that may read only its own articles would see lines about all articles.
 *
 * It works in the database layer, through which the content manager, its counts and MCP all read.
 */
export const restrictActs = (strapi: Core.Strapi): void => {
  const restrict = async ({ params }: Event): Promise<void> => {
    const ability = requestAbility(strapi);
    if (!ability || isReadUnrestricted()) return;
    const query = params as Query;
    query.where = { $and: [query.where ?? {}, await readableActs(strapi, ability)] };
  };
  strapi.db.lifecycles.subscribe({
    models: [ARTICLE_ACT],
    beforeFindOne: restrict,
    beforeFindMany: restrict,
    beforeCount: restrict,
  });
};
