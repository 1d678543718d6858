/** The plugin's name in Strapi: of its routes, its translations, and the key of its `pluginOptions`. */
export const PLUGIN_ID = 'quote-snapshots';
