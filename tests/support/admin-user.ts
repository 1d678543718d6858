import supertest from 'supertest';
import type { Core } from '@strapi/strapi';

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
