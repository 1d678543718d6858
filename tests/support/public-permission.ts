import type { Newsroom } from './newsroom';

/** Takes a permission away from visitors while a job runs. @param action `api::article.article.find` */
export const withoutPublicPermission = async (
  { strapi }: Newsroom,
  action: string,
  job: () => Promise<void>,
): Promise<void> => {
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const granted = await permissions.findOne({ where: { action, role: role.id } });
  if (!granted) throw new Error(`Visitors do not have ${action}: the test would show nothing.`);
  await permissions.delete({ where: { id: granted.id } });
  try {
    await job();
  } finally {
    await permissions.create({ data: { action, role: role.id } });
  }
};
