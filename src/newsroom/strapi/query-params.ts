import type { Core } from '@strapi/strapi';

interface QueryParams {
  transform(uid: string, params: unknown): Record<string, unknown>;
}

const serviceOf = (strapi: Core.Strapi): QueryParams => {
  const service = strapi.get<QueryParams | undefined>('query-params');
  if (typeof service?.transform !== 'function') {
    throw new Error(
      'Strapi has no service "query-params" with transform: the cost of queries would not be limited.',
    );
  }
  return service;
};

/** A request's parameters (`filters`, `populate`, `fields` …) as a query of `strapi.db.query`. */
export const toDatabaseQuery = (strapi: Core.Strapi, uid: string, params: object): Record<string, unknown> =>
  serviceOf(strapi).transform(uid, params);

/**
 * Calls a check for every query that Strapi builds from a request's parameters. Relations that GraphQL loads do not run the
 * database's lifecycle hooks.
 *
 * Leans on: the service `query-params`, which Strapi looks up each time. Fails closed: the boot stops if the method is missing.
 * Noticed by tests/regressions/a-graphql-query-cost-more-than-was-counted.ts.
 *
 * @param inspect refuses a query by throwing
 * @throws Error if this Strapi has no such service
 */
export const inspectQueries = (
  strapi: Core.Strapi,
  inspect: (query: Record<string, unknown>, uid: string) => void,
): void => {
  const service = serviceOf(strapi);
  const transform = service.transform.bind(service);
  service.transform = (uid, params) => {
    const query = transform(uid, params);
    inspect(query, uid);
    return query;
  };
};
