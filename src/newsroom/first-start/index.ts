import type { Core } from '@strapi/strapi';
import { clearPublicPermissions } from '../access/public-permissions';
import { setEditLayouts } from './edit-layouts';
import { addLocales } from './locales';

/**
 * Sets up a new database: locales, permissions, layouts. It runs once, so that later changes by an admin are kept. Each step can be
 * repeated, so that the next start completes an interrupted setup.
 */
export const prepareNewDatabase = async (strapi: Core.Strapi): Promise<void> => {
  const marker = strapi.store({ type: 'core', name: 'newsroom', key: 'prepared' });
  if (await marker.get()) return;
  await addLocales(strapi);
  await clearPublicPermissions(strapi);
  await setEditLayouts(strapi);
  await marker.set({ value: true });
};
