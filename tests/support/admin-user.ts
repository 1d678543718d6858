import type { Core } from '@strapi/strapi';

export interface Permission {
  action: string;
  subject?: string | null;
  conditions?: string[];
  properties?: Record<string, unknown>;
}

/** What the content manager asks of a role that may do this with documents of a type, all fields and locales. */
export const mayWith = (
  strapi: Core.Strapi,
  subject: 'api::article.article' | 'api::ticker.ticker' | 'api::company.company',
  acts: ('create' | 'read' | 'update' | 'delete' | 'publish')[],
  conditions: string[] = [],
): Permission[] => {
  const { attributes, pluginOptions } = strapi.contentType(subject);
  const localized = (pluginOptions?.i18n as { localized?: boolean } | undefined)?.localized === true;
  const fields = Object.entries(attributes)
    .filter(([, attribute]) => !('writable' in attribute && attribute.writable === false))
    .map(([name]) => name);
  return acts.map((act) => ({
    action: `plugin::content-manager.explorer.${act}`,
    subject,
    conditions,
    properties: {
      ...(act === 'delete' || act === 'publish' ? {} : { fields }),
      ...(localized ? { locales: ['en', 'es', 'fr', 'de'] } : {}),
    },
  }));
};

export interface AdminUser {
  email: string;
  password: string;
  /** Bearer token of a session of theirs. */
  token: string;
}

const PASSWORD = 'Sufficiently-long-1';

/** bcrypt takes a tenth of a second of a processor for each password: all users have the same one, which is hashed once. */
let passwordHash: Promise<string> | undefined;

/** Opens a session as signing in does, without the form, which would check the password's hash; its bearer token. */
export const openSession = async (strapi: Core.Strapi, userId: number): Promise<string> => {
  const sessions = strapi.sessionManager('admin');
  const { token } = await sessions.generateRefreshToken(String(userId), 'tests', { type: 'session' });
  const access = await sessions.generateAccessToken(token);
  if ('error' in access) throw new Error(`admin user ${userId} has no session: ${access.error}`);
  return access.token;
};

const createSignedIn = async (
  strapi: Core.Strapi,
  user: { email: string; firstname: string; lastname: string },
  roleId: number,
): Promise<AdminUser> => {
  const { id }: { id: number } = await strapi
    .service('admin::user')
    .create({ ...user, registrationToken: null, isActive: true, roles: [roleId] });
  passwordHash ??= strapi.service('admin::auth').hashPassword(PASSWORD) as Promise<string>;
  await strapi.db.query('admin::user').update({ where: { id }, data: { password: await passwordHash } });
  return { email: user.email, password: PASSWORD, token: await openSession(strapi, id) };
};

/** A user of the admin with a role of their own, and a session. */
export const createAdminUser = async (
  strapi: Core.Strapi,
  name: string,
  permissions: Permission[],
): Promise<AdminUser> => {
  const role = await strapi.service('admin::role').create({ name, description: name });
  await strapi.service('admin::role').assignPermissions(role.id, permissions);
  const user = { email: `${name}@example.com`, firstname: name, lastname: 'Test' };
  return createSignedIn(strapi, user, role.id);
};

let users = 0;

/** A person of the admin UI with this role (by its code), and a session; their bearer token. */
export const signInAs = async (strapi: Core.Strapi, code: string): Promise<string> => {
  const role: { id: number } | null = await strapi.service('admin::role').findOne({ code });
  if (!role) throw new Error(`there is no role "${code}"`);
  const user = {
    email: `${code}-${(users += 1)}@example.com`,
    firstname: code,
    lastname: 'Tester',
  };
  return (await createSignedIn(strapi, user, role.id)).token;
};
