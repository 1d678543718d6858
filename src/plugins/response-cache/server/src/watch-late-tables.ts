import type { Core } from '@strapi/strapi';
import type { PluginState } from './plugin-state';

/**
 * Has tables watched that the app's own `bootstrap` has made, which runs after this plugin's. Requests wait for it, so that
 * none is answered from what is not watched yet.
 */
export const watchLateTables = (strapi: Core.Strapi, state: PluginState): void => {
  const { watchTables } = state;
  if (!watchTables) return;
  state.settling = watchTables()
    .catch((error: unknown) =>
      // What has no trigger is not stored.
      strapi.log.warn(`response-cache: tables made at bootstrap are not watched: ${String(error)}`),
    )
    .then(() => {
      state.settling = undefined;
    });
};
