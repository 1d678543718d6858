import type { Core } from '@strapi/strapi';
import { formatInstrument } from '../../instruments/instrument';
import { pluginContext } from '../../plugin-context';
import type { AdminContext } from '../admin-context';
import { usualInstrument } from '../check-providers';
import { effectiveSettings } from '../present/effective-settings';

/** `GET /settings`: the configuration in effect, with secrets masked, and the instrument for which a health check asks by default. */
export const settings = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { config, directory, provider: first, fallback } = pluginContext(strapi);
  ctx.body = {
    data: effectiveSettings(config, { first, fallback }, strapi.dirs.app.root),
    meta: { check: formatInstrument(await usualInstrument(directory)) },
  };
};
