import type { Core } from '@strapi/strapi';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE } from '../type-names';

interface RequestState {
  auth?: object;
  route?: { info?: { type?: string } };
}

/** The draft with its creator, for the conditions of permissions. */
const draftFor = async (
  strapi: Core.Strapi,
  documentId: string | undefined,
  locale: string,
): Promise<object> => {
  const draft: object | null =
    documentId === undefined
      ? null
      : await strapi.db.query(ARTICLE).findOne({
          where: { documentId, locale, publishedAt: null },
          populate: { createdBy: { populate: ['roles'] } },
        });
  return draft ?? { locale };
};

/**
 * Whether the caller of the current request may publish this article in this locale. Code without a request may. Over the content
 * API, everybody who may write may publish, because Strapi requires no other permission there. For any other request the caller is
 * unknown, so it may not.
 */
export const mayPublish = async (
  strapi: Core.Strapi,
  documentId: string | undefined,
  locale: string,
): Promise<boolean> => {
  const request = strapi.requestContext.get();
  if (!request) return true;
  const ability = requestAbility(strapi);
  if (ability) {
    const checker = permissionChecker(strapi, ability, ARTICLE);
    return checker.can.publish(await draftFor(strapi, documentId, locale));
  }
  const { auth, route } = request.state as RequestState;
  return auth !== undefined && route?.info?.type === 'content-api';
};
