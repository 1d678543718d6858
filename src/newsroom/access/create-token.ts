import type { Core } from '@strapi/strapi';
import { contentApiActions } from '../strapi/content-api-actions';
import { TOKENS, type TokenName } from './tokens';

const TOKEN = 'admin::api-token';

/**
 * Makes an API token with exactly its permissions.
 *
 * @returns the key, which nothing can show again; undefined where there is a token of this name already
 */
export const createToken = async (strapi: Core.Strapi, name: TokenName): Promise<string | undefined> => {
  const { actions, ...kind } = TOKENS[name];
  if ((await strapi.db.query(TOKEN).count({ where: { name: kind.name } })) > 0) return undefined;
  const known = contentApiActions(strapi);
  const token: { id: number; accessKey: string } = await strapi.service(TOKEN).create({
    ...kind,
    kind: 'content-api',
    type: 'custom',
    lifespan: null,
    // Actions of a plugin that is switched off do not exist.
    permissions: actions.filter((action) => known.has(action)),
  });
  // Strapi keeps a copy that the admin UI can show again; this key is shown once.
  await strapi.db.query(TOKEN).update({ where: { id: token.id }, data: { encryptedKey: null } });
  return token.accessKey;
};
