import type { Core } from '@strapi/strapi';

/** The plugin, whose services take and give what its README says; undefined where QUOTES_ENABLED is false. */
export const quotesPlugin = (strapi: Core.Strapi): Core.Plugin | undefined =>
  strapi.plugin('quote-snapshots');

/** The plugin's permission to see the quotes of the articles that one may read. */
export const READ_QUOTES = 'plugin::quote-snapshots.snapshots.read';
