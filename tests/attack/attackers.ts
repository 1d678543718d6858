import type { Core } from '@strapi/strapi';
import { READ_DRAFTS, TOKENS } from '../../src/newsroom/access/tokens';
import { createToken } from '../../src/newsroom/access/create-token';
import type { Newsroom } from '../support/newsroom';
import { signInAs } from '../support/admin-user';

/** Somebody who tries what they have no right to. */
export interface Attacker {
  name: string;
  /** The header that they send; none for a visitor. */
  authorization: string | undefined;
  /** Whether they have the right to change what is published: then only what they read is looked at. */
  mayWrite: boolean;
  /** Whether they belong to the newsroom, whose people read the drafts of disclaimers. */
  isStaff?: boolean;
  /** Whether filters are tried for what they tell; of callers with the same rights, one is enough. */
  asks?: boolean;
}

const TOKEN = 'admin::api-token';

const apiToken = async (strapi: Core.Strapi, name: string, kind: object): Promise<string> => {
  const token: { accessKey: string } = await strapi
    .service(TOKEN)
    .create({ name, description: '', kind: 'content-api', lifespan: null, ...kind });
  return `Bearer ${token.accessKey}`;
};

/** A reader with an account of the website, whose role may do everything with content but read drafts. */
const websiteUser = async (newsroom: Newsroom, actions: readonly string[]): Promise<string> => {
  const { strapi, http } = newsroom;
  const roles = strapi.db.query('plugin::users-permissions.role');
  const [visitors, users] = await Promise.all(
    ['public', 'authenticated'].map((type) => roles.findOne({ where: { type } })),
  );
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of actions) await permissions.create({ data: { action, role: users.id } });
  const login = await permissions.create({
    data: { action: 'plugin::users-permissions.auth.callback', role: visitors.id },
  });
  const account = { username: 'attacker', email: 'attacker@example.com', password: 'Sufficiently-long-1' };
  await strapi
    .plugin('users-permissions')
    .service('user')
    .add({ ...account, provider: 'local', confirmed: true, role: users.id });
  const answer = await http()
    .post('/api/auth/local')
    .send({ identifier: account.email, password: account.password });
  await permissions.delete({ where: { id: login.id } });
  return `Bearer ${answer.body.jwt}`;
};

/** An admin token with all permissions of a role: what an agent shows at the MCP server, and at the admin API. */
export const adminToken = async (strapi: Core.Strapi, code: string): Promise<string> => {
  const role = await strapi.db.query('admin::role').findOne({ where: { code }, populate: ['permissions'] });
  await signInAs(strapi, code);
  const [user] = await strapi.db
    .query('admin::user')
    .findMany({ orderBy: { id: 'desc' }, limit: 1, populate: ['roles'] });
  const token: { accessKey: string } = await strapi.service('admin::api-token-admin').create(
    {
      name: `Agent of ${code}`,
      description: '',
      kind: 'admin',
      lifespan: null,
      adminPermissions: role.permissions.map(
        ({ action, subject, properties, conditions }: Record<string, unknown>) => ({
          action,
          subject,
          properties,
          conditions,
        }),
      ),
    },
    user,
  );
  return `Bearer ${token.accessKey}`;
};

/** Visitors and every kind of token that has no right to drafts. */
export const contentAttackers = async (newsroom: Newsroom): Promise<Attacker[]> => {
  const { strapi } = newsroom;
  const known = [...strapi.contentAPI.permissions.providers.action.keys()] as string[];
  const allButDrafts = known.filter((action) => action !== READ_DRAFTS);
  const reads = allButDrafts.filter((action) => /\.(find|findOne|findPage|count|latest)$/.test(action));
  await strapi.db.query(TOKEN).deleteMany({ where: { name: TOKENS.frontend.name } });
  const frontend = await createToken(strapi, 'frontend');
  const token = (name: string, kind: object) => apiToken(strapi, name, kind);
  return [
    { name: 'visitor', authorization: undefined, mayWrite: false, asks: true },
    { name: 'forged token', authorization: `Bearer ${'f'.repeat(256)}`, mayWrite: false },
    { name: 'frontend token', authorization: `Bearer ${frontend}`, mayWrite: false },
    {
      name: 'token that reads everything',
      authorization: await token('reads', { type: 'custom', permissions: reads }),
      mayWrite: false,
      asks: true,
    },
    {
      name: 'read-only token',
      authorization: await token('read-only', { type: 'read-only' }),
      mayWrite: false,
    },
    {
      name: 'token that writes everything',
      authorization: await token('writes', { type: 'custom', permissions: allButDrafts }),
      mayWrite: true,
    },
    {
      name: 'user of the website',
      authorization: await websiteUser(
        newsroom,
        allButDrafts.filter((action) => action.startsWith('api::')),
      ),
      mayWrite: true,
    },
  ];
};

/** People of the admin who see and change their own articles only, and an agent of one of them. */
export const adminAttackers = async ({ strapi }: Newsroom): Promise<Attacker[]> => {
  const person = async (name: string, code: string): Promise<Attacker> => ({
    name,
    authorization: `Bearer ${await signInAs(strapi, code)}`,
    mayWrite: false,
    isStaff: true,
  });
  return [
    { ...(await person('Reporter', 'newsroom-reporter')), asks: true },
    await person('Strapi’s Author', 'strapi-author'),
    {
      ...(await person('agent of a Reporter', 'newsroom-reporter')),
      authorization: await adminToken(strapi, 'newsroom-reporter'),
    },
  ];
};
