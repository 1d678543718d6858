import type { Core } from '@strapi/strapi';
import type { Ability } from './request-ability';

/** A user of the admin UI with their roles. */
export interface Person {
  id: number;
  email: string;
  isActive: boolean;
  blocked: boolean;
}

export const findPerson = (strapi: Core.Strapi, id: number): Promise<Person | null> =>
  strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });

/**
 * The present rights of a user of the admin UI, without a request by them.
 *
 * Leans on: the engine of the service `admin::permission`. Fails closed: without it, the caller gets an error.
 *
 * @returns undefined for a user without an active account
 */
export const personAbility = async (
  strapi: Core.Strapi,
  person: Person | null,
): Promise<Ability | undefined> =>
  person?.isActive && !person.blocked
    ? await strapi.service('admin::permission').engine.generateUserAbility(person)
    : undefined;
