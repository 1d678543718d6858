// Strapi looks in this folder for the middlewares in config/middlewares.ts.
export { readTextBody as default } from '../newsroom/requests/read-text-body';
