import type { Core } from '@strapi/strapi';

/** The plugin `quote-snapshots`; undefined if QUOTES_ENABLED is false. Its README describes its services. */
export const quotesPlugin = (strapi: Core.Strapi): Core.Plugin | undefined =>
  strapi.plugin('quote-snapshots');

/** The plugin's permission to see the quotes of articles that the user may read. */
export const READ_QUOTES = 'plugin::quote-snapshots.snapshots.read';
