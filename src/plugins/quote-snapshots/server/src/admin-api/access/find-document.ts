import type { Core, Struct } from '@strapi/strapi';
import { permissionChecker } from '../../strapi/permission-checker';
import type { DocumentPlace } from './document-place';

type Entry = Record<string, unknown>;

/**
 * The draft of a document, where the content manager's permissions let this role do this with it: conditions and locales included.
 *
 * The plugin's own permissions say which acts a role may do; these say on which documents.
 *
 * @param ability of the user (`ctx.state.userAbility`)
 * @returns null where there is no such document, or none that the role may do it with
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
