import type { Core } from '@strapi/strapi';
import type { PluginState } from './plugin-state';

/**
 * Watches tables that the app's own `bootstrap` has created, because it runs after this plugin's. Requests wait for this, so that
 * none is answered from an unwatched table.
 */
export const watchLateTables = (strapi: Core.Strapi, state: PluginState): void => {
  const { watchTables } = state;
  if (!watchTables) return;
  state.settling = watchTables()
    .catch((error: unknown) =>
      // Answers from tables without a trigger are not stored.
      strapi.log.warn(`response-cache: tables made at bootstrap are not watched: ${String(error)}`),
    )
    .then(() => {
      state.settling = undefined;
    });
};
