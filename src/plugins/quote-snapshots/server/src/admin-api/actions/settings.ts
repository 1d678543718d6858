import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../../config/schema';
import { formatInstrument } from '../../instruments/instrument';
import { PLUGIN } from '../../plugin-names';
import { pluginServices } from '../../services/plugin-services';
import type { AdminContext } from '../admin-context';
import { usualInstrument } from '../check-providers';
import { effectiveSettings } from '../present/effective-settings';

/** `GET /settings`: the configuration in effect, secrets masked, and which instrument a health check asks for. */
export const settings = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { capture, quotes } = pluginServices(strapi);
  const providers = { first: quotes.provider, fallback: quotes.fallback };
  const config = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  ctx.body = {
    data: effectiveSettings(config, providers, strapi.dirs.app.root),
    meta: { check: formatInstrument(await usualInstrument(capture.directory)) },
  };
};
