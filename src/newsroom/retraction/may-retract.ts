import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { requestAbility } from '../strapi/request-ability';
import { verifyAuthentication } from '../strapi/authentication';
import { RETRACT } from './retract-permission';

/** The same permission for API tokens and users of the content API. */
const RETRACT_OVER_API = 'api::article.article.retract';

interface Rights {
  can?(action: string): boolean;
}

/**
 * Whether the caller of the current request may retract articles. Code without a request may. A request without credentials may
 * not, because its caller is unknown.
 */
export const mayRetract = async (strapi: Core.Strapi): Promise<boolean> => {
  const request = strapi.requestContext.get();
  if (!request) return true;
  const ability = requestAbility(strapi) as Rights | undefined;
  if (ability) return ability.can?.(RETRACT) === true;
  const { auth } = request.state as { auth?: object };
  if (!auth) return false;
  try {
    await verifyAuthentication(strapi, auth, { scope: [RETRACT_OVER_API] });
    return true;
  } catch (error) {
    if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
    throw error;
  }
};
