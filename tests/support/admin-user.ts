import type { Core } from '@strapi/strapi';
import supertest from 'supertest';

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

/** A user of the admin with a role of their own, signed in as a browser would. */
export const createAdminUser = async (
  strapi: Core.Strapi,
  name: string,
  permissions: Permission[],
): Promise<AdminUser> => {
  const role = await strapi.service('admin::role').create({ name, description: name });
  await strapi.service('admin::role').assignPermissions(role.id, permissions);
  const login = { email: `${name}@example.com`, password: 'Sufficiently-long-1' };
  await strapi.service('admin::user').create({
    ...login,
    firstname: name,
    lastname: 'Test',
    registrationToken: null,
    isActive: true,
    roles: [role.id],
  });
  const answer = await supertest(strapi.server.httpServer).post('/admin/login').send(login).expect(200);
  return { ...login, token: answer.body.data.token };
};

let users = 0;

/** A person of the admin UI with this role (by its code), signed in as a browser would; their bearer token. */
export const signInAs = async (strapi: Core.Strapi, code: string): Promise<string> => {
  const role: { id: number } | null = await strapi.service('admin::role').findOne({ code });
  if (!role) throw new Error(`there is no role "${code}"`);
  const login = { email: `${code}-${(users += 1)}@example.com`, password: 'Sufficiently-long-1' };
  await strapi.service('admin::user').create({
    ...login,
    firstname: code,
    lastname: 'Tester',
    registrationToken: null,
    isActive: true,
    roles: [role.id],
  });
  const answer = await supertest(strapi.server.httpServer).post('/admin/login').send(login).expect(200);
  return answer.body.data.token;
};
