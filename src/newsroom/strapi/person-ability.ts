import type { Core } from '@strapi/strapi';
import type { Ability } from './request-ability';

/** A person of the admin, with their roles. */
export interface Person {
  id: number;
  email: string;
  isActive: boolean;
  blocked: boolean;
}

export const findPerson = (strapi: Core.Strapi, id: number): Promise<Person | null> =>
  strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });

/**
 * What a person of the admin may do now, outside of a request of theirs.
 *
 * Leans on: the engine of the service `admin::permission`. Fails closed: without it, whatever asks ends with an error.
 *
 * @returns undefined for a person without an account that works
 */
export const personAbility = async (
  strapi: Core.Strapi,
  person: Person | null,
): Promise<Ability | undefined> =>
  person?.isActive && !person.blocked
    ? await strapi.service('admin::permission').engine.generateUserAbility(person)
    : undefined;
