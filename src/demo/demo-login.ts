import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

export interface Login {
  email: string;
  password: string;
}

const EMAIL = 'editor@example.com';

const readLogin = async (file: string): Promise<Login | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Login;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * The demo's super admin. The first run creates it with a random password, and stores the password on this machine in a file that
 * only its owner may read. Undefined if the database already had admins.
 */
export const demoLogin = async (strapi: Core.Strapi, folder: string): Promise<Login | undefined> => {
  const file = path.join(folder, 'demo-login.json');
  const users = strapi.db.query('admin::user');
  const login = await readLogin(file);
  if (login && (await users.count({ where: { email: login.email } })) > 0) return login;
  if ((await users.count()) > 0) return undefined;

  // Strapi requires a lower-case letter, an upper-case letter and a digit.
  const made = { email: EMAIL, password: `Aa1-${randomBytes(12).toString('base64url')}` };
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  const role = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    ...made,
    firstname: 'Demo',
    lastname: 'Editor',
    registrationToken: null,
    isActive: true,
    roles: [role.id],
  });
  return made;
};
