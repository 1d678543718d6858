import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Cache } from '../cache';
import { readConfiguration } from '../config/configuration';
import { stateOf } from '../plugin-state';
import { newCounters } from '../status/counters';
import { statusOf } from './status';

/** The part of an admin request that is needed here. */
export interface AdminContext {
  body: unknown;
}

const startedCache = (strapi: Core.Strapi): Cache => {
  const { cache, absent } = stateOf(strapi);
  if (!cache) throw new errors.ApplicationError(`There is no cache on this node: ${absent}.`);
  return cache;
};

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = (ctx: AdminContext): void => {
    ctx.body = { data: statusOf(stateOf(strapi), readConfiguration(strapi)) };
  };
  return {
    /** `GET /status` */
    status: answer,

    /** `POST /clear` drops every cached answer, on every node. */
    async clear(ctx: AdminContext) {
      const cache = startedCache(strapi);
      await cache.freshness.clear();
      cache.entries.clear();
      cache.counters = newCounters(Date.now());
      cache.questions.count = 0;
      answer(ctx);
    },

    /** `POST /switch-on` after shadow mode has switched the cache off. If it is off for another reason, it stays off. */
    switchOn(ctx: AdminContext) {
      const cache = startedCache(strapi);
      // This does not look at the counters, because Clear resets them.
      if (cache.off?.by === 'shadow') {
        cache.entries.clear();
        cache.off = undefined;
      }
      answer(ctx);
    },
  };
};
