import type { Core } from '@strapi/strapi';

/** The plugin, whose services take and give what its README says; undefined where QUOTES_ENABLED is false. */
export const quotesPlugin = (strapi: Core.Strapi): Core.Plugin | undefined =>
  strapi.plugin('quote-snapshots');
