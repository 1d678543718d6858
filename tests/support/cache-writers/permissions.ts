import type { Core } from '@strapi/strapi';
import { authorizeToken } from '../api-token';
import { ARTICLE } from '../articles';
import type { Register } from '../linearizability';

const COMPANY = 'api::company.company';

const ofPublic = async (strapi: Core.Strapi): Promise<Register> => {
  const role = (await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } })) as { id: number };
  const permission = { action: 'api::disclaimer.disclaimer.find' };
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  return {
    name: 'public permission',
    path: '/api/disclaimers',
    last: 0,
    expected: (number) => (number % 2 === 1 ? '403' : '200'),
    observe: (status) => String(status),
    write: (number) =>
      number % 2 === 1
        ? permissions.deleteMany({ where: { ...permission, role: { type: 'public' } } })
        : permissions.create({ data: { ...permission, role: role.id } }),
  };
};

const ofToken = async (strapi: Core.Strapi): Promise<Register> => {
  const authorization = await authorizeToken(strapi, 'custom', [`${ARTICLE}.find`]);
  const [token] = (await strapi.db
    .query('admin::api-token')
    .findMany({ orderBy: { id: 'desc' }, limit: 1 })) as { id: number }[];
  const permission = { action: `${COMPANY}.find` };
  const permissions = strapi.db.query('admin::api-token-permission');
  return {
    name: 'token permission',
    path: '/api/companies',
    headers: { authorization },
    last: 0,
    expected: (number) => (number % 2 === 1 ? '200' : '403'),
    observe: (status) => String(status),
    write: (number) =>
      number % 2 === 1
        ? permissions.create({ data: { ...permission, token: token?.id } })
        : permissions.deleteMany({ where: { ...permission, token: { id: token?.id } } }),
  };
};

/** Writers that change who may read. */
export const permissionWriters = async (strapi: Core.Strapi): Promise<Register[]> => [
  await ofPublic(strapi),
  await ofToken(strapi),
];
