import type { Core } from '@strapi/strapi';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE } from '../type-names';

interface RequestState {
  auth?: object;
  route?: { info?: { type?: string } };
}

/** The draft as conditions of permissions look at it: with who made it. */
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
 * Whether whoever sent the request that is being answered may publish this article in this locale. Code that no request
 * started may. Over the content API, writing is publishing: Strapi asks for no other permission there. Of any other request
 * nobody knows whose it is, so it may not.
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
