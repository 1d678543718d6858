import type { Core } from '@strapi/strapi';
import { clearPublicPermissions } from '../access/public-permissions';
import { setEditLayouts } from './edit-layouts';
import { addLocales } from './locales';

/**
 * What a new database starts with. Done once, so that what an admin changes afterwards stays; each step may be
 * repeated, so that a start that was cut off is made good by the next.
 */
export const prepareNewDatabase = async (strapi: Core.Strapi): Promise<void> => {
  const marker = strapi.store({ type: 'core', name: 'newsroom', key: 'prepared' });
  if (await marker.get()) return;
  await addLocales(strapi);
  await clearPublicPermissions(strapi);
  await setEditLayouts(strapi);
  await marker.set({ value: true });
};
