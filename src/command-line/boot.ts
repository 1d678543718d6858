import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';

/** The project's folder: this file runs from `dist/src/command-line`. */
export const root = path.resolve(__dirname, '../../..');

/** The newsroom without its HTTP server, quiet but for warnings. */
export const bootNewsroom = async (): Promise<Core.Strapi> => {
  process.env.NODE_ENV ??= 'production';
  // Strapi's own log of a boot would bury what a command has to say.
  process.env.LOG_LEVEL = 'warn';
  return createStrapi({ appDir: root, distDir: path.join(root, 'dist') }).load();
};
