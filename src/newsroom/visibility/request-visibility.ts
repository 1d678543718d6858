import type { Core } from '@strapi/strapi';
import { noteAdminTokens } from '../strapi/admin-token-abilities';
import { createDraftsRight } from './draft-permission';
import type { Models } from './models';
import { isNewsroomReading } from './unrestricted-reads';
import { personsSight, type Ability } from './admin-visibility';
import { draftsSight, publishedSight } from './content-api-visibility';
import type { Sight } from './visibility';

/** The request that is being answered, as far as it tells who asks. */
interface AskingState {
  auth?: { strategy?: { name?: string } };
  /** Set by Strapi's router, for the route that it matched. */
  route?: { info?: { type?: string } };
  /** Set by the strategies that authenticate people and tokens of the admin, and by nothing else. */
  userAbility?: Ability;
}

/** Finds what may be seen by whoever sent the request that is being answered. */
export const createCallersSight = (strapi: Core.Strapi, models: Models) => {
  const mayReadDrafts = createDraftsRight(strapi);
  const tokenAbility = noteAdminTokens(strapi);
  const published = publishedSight(models);
  const drafts = draftsSight(models);
  const persons = new WeakMap<Ability, Sight>();

  const sightOf = (ability: Ability): Sight => {
    const sight = persons.get(ability) ?? personsSight(strapi, models, ability);
    persons.set(ability, sight);
    return sight;
  };

  /** @returns undefined where nobody is to be kept from anything: outside of HTTP, and while a write is under way */
  return async (): Promise<Sight | undefined> => {
    const request = strapi.requestContext.get();
    if (!request || isNewsroomReading()) return undefined;
    const { auth, route, userAbility } = request.state as AskingState;
    // A transfer token is for moving the newsroom whole, drafts and all, into another Strapi or out of one.
    if (route?.info?.type === 'admin' && auth?.strategy?.name === 'data-transfer') return undefined;
    const ability = (route?.info?.type === 'admin' ? userAbility : undefined) ?? tokenAbility(request);
    if (ability) return sightOf(ability);
    // Whatever else it is, with GraphQL and routes of plugins among them: what readers may see.
    return (await mayReadDrafts(auth)) ? drafts : published;
  };
};

export type CallersSight = ReturnType<typeof createCallersSight>;
