import type { Core } from '@strapi/strapi';
import { stateOf } from './plugin-state';

/** Stops using the database before Strapi closes it. From now on only Strapi answers. */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const state = stateOf(strapi);
  state.cache = undefined;
  for (const stop of state.stops.splice(0)) await stop();
};
