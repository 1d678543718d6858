import type { Core } from '@strapi/strapi';
import { contentApiActions } from '../strapi/content-api-actions';
import { grantOnce } from './grant-once';

/** The permissions of visitors on a new database: to read published content. */
export const PUBLIC_ACTIONS: readonly string[] = [
  ...['article', 'company', 'ticker', 'disclaimer', 'disclaimer-wording'].flatMap((name) => [
    `api::${name}.${name}.find`,
    `api::${name}.${name}.findOne`,
  ]),
  'plugin::quote-snapshots.quote-snapshot.find',
  'plugin::quote-snapshots.quote-snapshot.findOne',
  'plugin::quote-snapshots.quote-snapshot.latest',
];

interface PublicRole {
  id: number;
  permissions: { id: number; action: string }[];
}

const publicRole = (strapi: Core.Strapi): Promise<PublicRole | null> =>
  strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' }, populate: ['permissions'] });

/** Revokes the permissions that Strapi grants visitors on a new database: to register and to sign in. */
export const clearPublicPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const role = await publicRole(strapi);
  const surplus = (role?.permissions ?? []).filter(({ action }) => !PUBLIC_ACTIONS.includes(action));
  await strapi.db
    .query('plugin::users-permissions.permission')
    .deleteMany({ where: { id: { $in: surplus.map(({ id }) => id) } } });
};

/** Grants visitors {@link PUBLIC_ACTIONS}, each once, see {@link grantOnce}. */
export const grantPublicPermissions = (strapi: Core.Strapi): Promise<void> => {
  const known = contentApiActions(strapi);
  const possible = PUBLIC_ACTIONS.filter((action) => known.has(action));
  return grantOnce(strapi, 'public', possible, async (fresh) => {
    const role = await publicRole(strapi);
    if (!role) return;
    const granted = new Set(role.permissions.map(({ action }) => action));
    for (const action of fresh) {
      if (granted.has(action)) continue;
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    }
  });
};
