/** The plugin's name in Strapi: of its routes and its translations. */
export const PLUGIN_ID = 'response-cache';
