import type { Core } from '@strapi/strapi';
import { registerPermissions } from './admin/permissions';
import { readConfiguration } from './config/configuration';
import { messageOf } from './freshness/message-of';
import { openFreshness, removeFromDatabase, type Limit } from './freshness/open-freshness';
import { stateOf } from './plugin-state';
import { openReplayer } from './replay/open-replayer';
import { startPurging } from './serve/purge';
import { startCache } from './start';
import { ignoredOf } from './strapi/models';

const WITHOUT_TRIGGERS: Record<Limit['why'], string> = {
  rights: 'the database lets no triggers be made',
  locked: 'triggers could not be made, restart once nothing holds their tables',
  failed: 'triggers could not be made, restart once its reason is gone',
};

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerPermissions(strapi);
  const config = readConfiguration(strapi);
  if (!config.enabled) {
    try {
      await removeFromDatabase(strapi);
    } catch (error) {
      // Without the cache, Strapi starts and answers whatever is left in the database.
      strapi.log.warn(
        `response-cache: it is switched off, but its triggers and tables are still in the database, which refused to drop them: ${messageOf(error)}. The next start tries again. To remove them by hand, the owner of the tables drops what is named response_cache_….`,
      );
    }
    return;
  }
  const state = stateOf(strapi);
  const ignored = ignoredOf(strapi, config.ignored);
  let opened;
  try {
    opened = await openFreshness(strapi, ignored, config.questionTimeoutMs);
  } catch (error) {
    state.absent = messageOf(error);
    strapi.log.warn(`response-cache: nothing is cached: ${state.absent}.`);
    return;
  }
  if (opened.limited) {
    strapi.log.warn(
      `response-cache: ${WITHOUT_TRIGGERS[opened.limited.why]} (${opened.limited.text}). Answers stay exact, but every write ends all of them.`,
    );
  }
  const replayer = await openReplayer(strapi, config);
  const cache = await startCache(strapi, config, state, opened, ignored, replayer);
  if (config.cdn) startPurging(cache, state.stops);
  state.cache = cache;
};
