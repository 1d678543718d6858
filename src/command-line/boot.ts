import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { root } from './root';

/** The newsroom without its HTTP server, quiet but for errors. */
export const bootNewsroom = async (): Promise<Core.Strapi> => {
  // Importing Strapi has set it to development, which brings hints that only its own commands should give.
  process.env.NODE_ENV = 'production';
  // Strapi's log of a boot would bury the command's own output.
  process.env.LOG_LEVEL = 'error';
  return createStrapi({ appDir: root, distDir: path.join(root, 'dist') }).load();
};
