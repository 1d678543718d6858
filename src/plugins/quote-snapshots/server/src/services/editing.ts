import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../config/schema';
import { createAddTicker } from '../admin-api/add-ticker';
import { publicationsNeedingAttention } from '../admin-api/attention';
import { createDocumentAccess } from '../admin-api/document-access';
import { effectiveSettings } from '../admin-api/effective-settings';
import { PLUGIN } from '../plugin-names';
import { pluginServices } from './plugin-services';

/** What the admin UI asks for, put together once per Strapi. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { capture, quotes } = pluginServices(strapi);
  const { directory, store } = capture;
  const access = createDocumentAccess(strapi);
  return {
    store,
    access,
    tickers: createAddTicker({ strapi, directory, desk: quotes.desk, access }),
    needingAttention: (ability: unknown) =>
      publicationsNeedingAttention({ strapi, store, access }, ability, new Date()),
    settings: () =>
      effectiveSettings(
        strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`),
        { first: quotes.provider, fallback: quotes.fallback },
        strapi.dirs.app.root,
      ),
  };
};
