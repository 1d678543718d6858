import type { Core } from '@strapi/strapi';
import { withFunctions } from './strapi-changed-error';

type DatabaseQuery = Record<string, unknown>;
interface QueryParams extends Record<string, (...args: never[]) => unknown> {
  transform(uid: string, query: object): DatabaseQuery;
}

/**
 * Turns a query of the content API (`filters`, `sort`, `populate`, `pagination`) into the form of `strapi.db.query`, with the
 * service `query-params`, which is undocumented.
 *
 * It neither validates nor restricts the query. A caller's query must go through {@link sanitizeCallersQuery} first.
 *
 * @throws StrapiChangedError if the service has changed
 */
export const databaseQuery = (strapi: Core.Strapi, uid: string, query: object): DatabaseQuery =>
  withFunctions<QueryParams>('the service `query-params`', strapi.get('query-params'), [
    'transform',
  ]).transform(uid, query);
