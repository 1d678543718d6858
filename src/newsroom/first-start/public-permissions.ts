import type { Core } from '@strapi/strapi';

/** What a visitor may do on a new database: read what is published, and nothing else. */
export const PUBLIC_ACTIONS: readonly string[] = [
  ...['article', 'company', 'ticker', 'disclaimer', 'disclaimer-wording'].flatMap((name) => [
    `api::${name}.${name}.find`,
    `api::${name}.${name}.findOne`,
  ]),
  'plugin::quote-snapshots.quote-snapshot.find',
  'plugin::quote-snapshots.quote-snapshot.findOne',
  'plugin::quote-snapshots.quote-snapshot.latest',
];

/** Sets the public role to {@link PUBLIC_ACTIONS}. Strapi's own defaults let visitors register and sign in. */
export const setPublicPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const roles = strapi.db.query('plugin::users-permissions.role');
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  const role: { id: number; permissions: { id: number; action: string }[] } | null = await roles.findOne({
    where: { type: 'public' },
    populate: ['permissions'],
  });
  if (!role) return;
  const granted = new Set(role.permissions.map(({ action }) => action));
  const surplus = role.permissions
    .filter(({ action }) => !PUBLIC_ACTIONS.includes(action))
    .map(({ id }) => id);
  await permissions.deleteMany({ where: { id: { $in: surplus } } });
  for (const action of PUBLIC_ACTIONS.filter((name) => !granted.has(name))) {
    await permissions.create({ data: { action, role: role.id } });
  }
};
