import type { Core } from '@strapi/strapi';
import { withFunctions } from './strapi-changed-error';

type DatabaseQuery = Record<string, unknown>;
interface QueryParams extends Record<string, (...args: never[]) => unknown> {
  transform(uid: string, query: object): DatabaseQuery;
}

/**
 * A query of the content API (`filters`, `sort`, `populate`, `pagination`) in the form of `strapi.db.query`, by the
 * service `query-params`, which no documentation describes.
 *
 * It neither validates nor restricts: pass it what a caller sent only after {@link callersQuery}.
 *
 * @throws StrapiChangedError where the service is another one
 */
export const databaseQuery = (strapi: Core.Strapi, uid: string, query: object): DatabaseQuery =>
  withFunctions<QueryParams>('the service `query-params`', strapi.get('query-params'), [
    'transform',
  ]).transform(uid, query);
