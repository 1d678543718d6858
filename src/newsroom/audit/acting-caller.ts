import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { requestAdminUser, type AdminUser } from '../strapi/request-ability';

/** Who does something, as the list of acts shows it. */
export interface Actor {
  /** A person's name, `API token X`, `worker`, or `code` for whatever calls the document service without a request. */
  by: string;
  /** The id of the admin user, for a person of the admin. */
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

/** Who does what is done now: the caller whose request is being answered, the worker, or code. */
export const actingCaller = (strapi: Core.Strapi): Actor => {
  if (worker.getStore()) return { by: 'worker', byAdmin: null };
  const request = strapi.requestContext.get();
  if (!request) return { by: 'code', byAdmin: null };
  const person = requestAdminUser(strapi);
  if (person) return { by: nameOf(person), byAdmin: Number(person.id) };
  const { auth } = request.state as RequestState;
  const { name, username } = auth?.credentials ?? {};
  if (name && auth?.strategy?.name?.includes('token')) return { by: `API token ${name}`, byAdmin: null };
  return { by: username ? `user ${username}` : 'a caller without a name', byAdmin: null };
};
