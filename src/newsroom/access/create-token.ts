import type { Core } from '@strapi/strapi';
import { contentApiActions } from '../strapi/content-api-actions';
import { TOKENS, type TokenName } from './tokens';

const TOKEN = 'admin::api-token';

/**
 * Creates an API token with exactly its permissions.
 *
 * @returns the key, which cannot be shown again; undefined if a token of this name exists
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
  // Strapi stores a copy of the key that the admin UI can show again. It is removed: this key is shown once.
  await strapi.db.query(TOKEN).update({ where: { id: token.id }, data: { encryptedKey: null } });
  return token.accessKey;
};
