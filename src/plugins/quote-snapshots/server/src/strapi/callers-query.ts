import type { Core, Struct } from '@strapi/strapi';
import { databaseQuery } from './query-params';
import { withFunctions } from './strapi-changed-error';

type Check = (
  query: object,
  schema: Struct.ContentTypeSchema,
  options: { auth: unknown },
) => Promise<Record<string, unknown>>;
type QueryCheck = Record<'query', Check>;

/**
 * The query of a caller of the content API in the form of `strapi.db.query`. It is validated, and everything that the caller may
 * not read is removed, by the functions that Strapi's own controllers use (`strapi.contentAPI`).
 *
 * @throws ValidationError, ForbiddenError of Strapi; StrapiChangedError if one of the checks is missing, because an unchecked query
 *   must not reach the database
 */
export const sanitizeCallersQuery = async (
  strapi: Core.Strapi,
  contentType: Struct.ContentTypeSchema,
  query: object,
  auth: unknown,
): Promise<Record<string, unknown>> => {
  const { validate, sanitize } = strapi.contentAPI as unknown as Record<'validate' | 'sanitize', unknown>;
  await withFunctions<QueryCheck>('`strapi.contentAPI.validate`', validate, ['query']).query(
    query,
    contentType,
    {
      auth,
    },
  );
  const sanitized = await withFunctions<QueryCheck>('`strapi.contentAPI.sanitize`', sanitize, [
    'query',
  ]).query(query, contentType, { auth });
  return databaseQuery(strapi, contentType.uid, sanitized);
};
