import type { Core } from '@strapi/strapi';
import { requestAbility, type Ability } from '../strapi/request-ability';
import { createDraftPermission } from './draft-permission';
import type { Models } from './models';
import { isReadUnrestricted } from './unrestricted-reads';
import { adminVisibility } from './admin-visibility';
import { draftVisibility, publishedVisibility } from './content-api-visibility';
import type { Visibility } from './visibility';

/** The parts of `ctx.state` that identify the caller. */
interface RequestState {
  auth?: { strategy?: { name?: string } };
  route?: { info?: { type?: string } };
}

/** Returns a function that finds the visibility of the current request's caller. */
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

  /** @returns undefined if nothing is restricted: outside of a request, and while a write reads what it needs */
  return async (): Promise<Visibility | undefined> => {
    const request = strapi.requestContext.get();
    if (!request || isReadUnrestricted()) return undefined;
    const { auth, route } = request.state as RequestState;
    // A transfer token copies all data, including drafts, from one Strapi into another.
    if (route?.info?.type === 'admin' && auth?.strategy?.name === 'data-transfer') return undefined;
    const ability = requestAbility(strapi);
    if (ability) return visibilityOf(ability);
    // Every other request, also over GraphQL and routes of plugins, sees what readers may see.
    return (await mayReadDrafts(auth)) ? drafts : published;
  };
};

export type RequestVisibility = ReturnType<typeof createRequestVisibility>;
