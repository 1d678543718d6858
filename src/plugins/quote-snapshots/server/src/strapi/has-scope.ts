import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { withFunctions } from './strapi-changed-error';

interface Authentication extends Record<string, (...args: never[]) => unknown> {
  verify(auth: object, config: { scope: string[] }): Promise<void>;
}

/**
 * Whether a caller of the content API has a right, checked the way Strapi's router checks it (`strapi.get('auth').verify`,
 * private).
 *
 * Only Strapi's own refusals count as "no". Any other error is passed on and ends the request.
 *
 * @param auth `ctx.state.auth` of the caller's request
 * @param scope for example `api::article.article.find`
 */
export const hasScope = async (strapi: Core.Strapi, auth: object, scope: string): Promise<boolean> => {
  const service = withFunctions<Authentication>('the service `auth`', strapi.get('auth'), ['verify']);
  try {
    await service.verify(auth, { scope: [scope] });
    return true;
  } catch (error) {
    if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
    throw error;
  }
};
