// Strapi finds the middlewares that config/middlewares.ts names in this folder.
export { readTextBody as default } from '../newsroom/requests/read-text-body';
