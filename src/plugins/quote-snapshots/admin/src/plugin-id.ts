/** The plugin's name in its routes and translations, and its key in `pluginOptions`. */
export const PLUGIN_ID = 'quote-snapshots';
