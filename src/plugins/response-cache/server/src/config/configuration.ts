import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../plugin-names';
import { configSchema, type PluginConfig } from './schema';

/** The configuration in effect, with its defaults. It was checked when Strapi loaded it. */
export const readConfiguration = (strapi: Core.Strapi): PluginConfig =>
  configSchema.parse(strapi.config.get(`plugin::${PLUGIN}`));
