import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { requestAdminUser, type AdminUser } from '../strapi/request-ability';

/**
 * The kind of actor: a user of the admin UI, an API token, a user of the content API, the worker that keeps the schedule, code that
 * calls the document service without a request, or a caller that Strapi does not identify. The names are stored, so they must not
 * change.
 */
export type ActorKind = 'person' | 'api-token' | 'user' | 'worker' | 'code' | 'unknown';

/** Who did something, as the records store it. */
export interface Actor {
  /** The name of a user or an API token; for an actor without a name, its kind. */
  by: string;
  byKind: ActorKind;
  /** The id of the user of the admin UI. */
  byAdmin: number | null;
}

interface RequestState {
  auth?: { strategy?: { name?: string }; credentials?: { name?: string; username?: string } };
}

const worker = new AsyncLocalStorage<true>();

/** Runs a job whose acts are recorded as the worker's. */
export const actAsWorker = <Result>(job: () => Result): Result => worker.run(true, job);

const nameOf = ({ id, firstname, lastname, username }: AdminUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || `admin user ${id}`;

/** The present actor: the caller of the current request, the worker, or code. */
export const actingCaller = (strapi: Core.Strapi): Actor => {
  if (worker.getStore()) return { by: 'worker', byKind: 'worker', byAdmin: null };
  const request = strapi.requestContext.get();
  if (!request) return { by: 'code', byKind: 'code', byAdmin: null };
  const person = requestAdminUser(strapi);
  if (person) return { by: nameOf(person), byKind: 'person', byAdmin: Number(person.id) };
  const { auth } = request.state as RequestState;
  const { name, username } = auth?.credentials ?? {};
  if (name && auth?.strategy?.name?.includes('token')) {
    return { by: name, byKind: 'api-token', byAdmin: null };
  }
  return username
    ? { by: username, byKind: 'user', byAdmin: null }
    : { by: 'a caller without a name', byKind: 'unknown', byAdmin: null };
};
