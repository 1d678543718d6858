import type { Core } from '@strapi/strapi';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE } from '../type-names';
import { createDraftPermission } from '../visibility/draft-permission';
import { TIME_FIELDS, type TimeField } from './article-times';

/** The times that the caller of the current request may not read in any draft. Code without a request may read all of them. */
export const unreadableTimes = async (strapi: Core.Strapi): Promise<readonly TimeField[]> => {
  const request = strapi.requestContext.get();
  if (!request) return [];
  const ability = requestAbility(strapi);
  if (ability) {
    const { can } = permissionChecker(strapi, ability, ARTICLE);
    return TIME_FIELDS.filter((field) => !can.read(undefined, field));
  }
  const mayReadDrafts = await createDraftPermission(strapi)((request.state as { auth?: object }).auth);
  return mayReadDrafts ? [] : TIME_FIELDS;
};

/**
 * The data of a write without the empty times that its caller may not read. They read null there, whatever is set, and clients send
 * back what they have read. A caller who has not seen a time cannot mean to cancel it.
 */
export const withoutUnreadNulls = async (
  strapi: Core.Strapi,
  data: Record<string, unknown> | undefined,
): Promise<Record<string, unknown> | undefined> => {
  if (!data || !TIME_FIELDS.some((field) => data[field] === null)) return data;
  const unread: readonly string[] = await unreadableTimes(strapi);
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => value !== null || !unread.includes(name)),
  );
};
