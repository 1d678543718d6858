import type { Core } from '@strapi/strapi';
import type { Event } from '@strapi/database';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE_ACT } from '../type-names';
import { isReadUnrestricted } from '../visibility/unrestricted-reads';
import type { Query } from '../visibility/visibility';
import { readableActs } from './readable-acts';

/**
 * Leaves lines of the list of acts out of what people of the admin and agents are answered, where they may not read the article. The
 * content manager asks for the permission to read the list alone, with which a role that reads its own articles was told of all.
 *
 * It works in the database layer, where the content manager, its counts and MCP all pass.
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
