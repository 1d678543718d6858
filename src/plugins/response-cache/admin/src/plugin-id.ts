/** The plugin's name in Strapi, used for its routes and its translations. */
export const PLUGIN_ID = 'response-cache';
