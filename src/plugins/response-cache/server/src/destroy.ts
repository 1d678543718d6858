import type { Core } from '@strapi/strapi';
import { stateOf } from './plugin-state';

/** Lets go of the database before Strapi does: from now on Strapi answers alone. */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const state = stateOf(strapi);
  state.cache = undefined;
  for (const stop of state.stops.splice(0)) await stop();
};
