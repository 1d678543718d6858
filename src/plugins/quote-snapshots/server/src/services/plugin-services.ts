import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../plugin-names';
import type captureService from './capture';
import type quotesService from './quotes';
import type statusService from './status';

/** The plugin's services with their types, which Strapi's own look-up by name loses. */
export const pluginServices = (strapi: Core.Strapi) => {
  const plugin = strapi.plugin(PLUGIN);
  return {
    get capture() {
      return plugin.service<ReturnType<typeof captureService>>('capture');
    },
    get quotes() {
      return plugin.service<ReturnType<typeof quotesService>>('quotes');
    },
    get status() {
      return plugin.service<ReturnType<typeof statusService>>('status');
    },
  };
};
