import type { Core } from '@strapi/strapi';
import { requestAbility, type Ability } from '../strapi/request-ability';
import { createDraftPermission } from './draft-permission';
import type { Models } from './models';
import { isReadUnrestricted } from './unrestricted-reads';
import { adminVisibility } from './admin-visibility';
import { draftVisibility, publishedVisibility } from './content-api-visibility';
import type { Visibility } from './visibility';

/** The request that is being answered, as far as it tells who asks. */
interface RequestState {
  auth?: { strategy?: { name?: string } };
  route?: { info?: { type?: string } };
}

/** Finds what may be seen by whoever sent the request that is being answered. */
export const createRequestVisibility = (strapi: Core.Strapi, models: Models) => {
  const mayReadDrafts = createDraftPermission(strapi);
  const published = publishedVisibility(models);
  const drafts = draftVisibility(models);
  const byAbility = new WeakMap<Ability, Visibility>();

  const visibilityOf = (ability: Ability): Visibility => {
    const visibility = byAbility.get(ability) ?? adminVisibility(strapi, models, ability);
    byAbility.set(ability, visibility);
    return visibility;
  };

  /** @returns undefined where nobody is to be kept from anything: outside of HTTP, and while a write is under way */
  return async (): Promise<Visibility | undefined> => {
    const request = strapi.requestContext.get();
    if (!request || isReadUnrestricted()) return undefined;
    const { auth, route } = request.state as RequestState;
    // A transfer token is for moving the newsroom whole, drafts and all, into another Strapi or out of one.
    if (route?.info?.type === 'admin' && auth?.strategy?.name === 'data-transfer') return undefined;
    const ability = requestAbility(strapi);
    if (ability) return visibilityOf(ability);
    // Whatever else it is, with GraphQL and routes of plugins among them: what readers may see.
    return (await mayReadDrafts(auth)) ? drafts : published;
  };
};

export type RequestVisibility = ReturnType<typeof createRequestVisibility>;
