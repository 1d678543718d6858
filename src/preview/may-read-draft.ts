import type { Core } from '@strapi/strapi';
import { permissionChecker } from '../newsroom/strapi/permission-checker';
import { readUnrestricted } from '../newsroom/visibility/unrestricted-reads';
import { ARTICLE } from '../newsroom/type-names';

/** Whether a person may read the draft of an article, by the permissions of their roles and their conditions. */
export const mayReadDraft = async (
  strapi: Core.Strapi,
  ability: unknown,
  { documentId, locale }: { documentId: string; locale: string },
): Promise<boolean> => {
  const checker = permissionChecker(strapi, ability, ARTICLE);
  if (checker.cannot.read()) return false;
  const query = await checker.sanitizedQuery.read({ filters: { documentId } });
  // The permission's own filters are in the query. The rights of visitors do not matter here.
  const draft = await readUnrestricted(() =>
    strapi.documents(ARTICLE).findFirst({ ...query, locale, status: 'draft' }),
  );
  return draft !== null;
};
