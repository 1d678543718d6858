import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { root } from './root';

/** Boots the newsroom without its HTTP server. It logs errors only. */
export const bootNewsroom = async (): Promise<Core.Strapi> => {
  // Importing Strapi sets NODE_ENV to development, which makes it print hints for developers.
  process.env.NODE_ENV = 'production';
  // Strapi's log of the start would hide the command's own output.
  process.env.LOG_LEVEL = 'error';
  return createStrapi({ appDir: root, distDir: path.join(root, 'dist') }).load();
};
