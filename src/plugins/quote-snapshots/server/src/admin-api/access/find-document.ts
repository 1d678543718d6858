import type { Core, Struct } from '@strapi/strapi';
import { permissionChecker } from '../../strapi/permission-checker';
import type { DocumentPlace } from './document-place';

type Entry = Record<string, unknown>;

/**
 * The draft of a document, if the content manager's permissions, with their conditions and locales, let this role perform this
 * action on it.
 *
 * The plugin's own permissions decide which actions a role may perform. These decide on which documents.
 *
 * @param ability of the user (`ctx.state.userAbility`)
 * @returns null if there is no such document, or none on which the role may perform the action
 */
export const findDocument = async (
  strapi: Core.Strapi,
  ability: unknown,
  { uid }: Struct.ContentTypeSchema,
  { documentId, locale }: DocumentPlace,
  act: 'read' | 'publish' | 'update',
): Promise<Entry | null> => {
  const may = permissionChecker(strapi, ability, uid);
  if (may.cannot[act]()) return null;
  const query = await may.sanitizedQuery[act]({ filters: { documentId } });
  return strapi.documents(uid).findFirst({ ...query, ...(locale ? { locale } : {}), status: 'draft' });
};
