import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Messages of plain errors that Strapi's query builder and knex throw for an invalid query. */
const INVALID_QUERY =
  /^(?:Where must be|Only \$and, \$or and \$not can|Operator \S+ must be|Undefined attribute level operator|Undefined operator|Undefined binding\(s\)|The second argument to where(?:Not)?Between|Invalid (?:order|nested|populate|value|orderBy|sort)|SQLITE3 can only bind|Cannot (?:order|sort) on)/i;

/** True for a value that its column cannot hold (SQLSTATE class 22), and for a column or function that does not exist. */
const isRefusedByDatabase = ({ code = '', message = '' }: { code?: string; message?: string }): boolean =>
  /^22[0-9A-Z]{3}$/.test(code) ||
  code === '42703' ||
  code === '42883' ||
  /no such column|datatype mismatch/.test(message);

const isInputError = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof errors.ApplicationError) &&
  !(error instanceof errors.HttpError) &&
  (INVALID_QUERY.test(error.message) ||
    (error as { code?: string }).code === 'ERR_ASSERTION' ||
    isRefusedByDatabase(error));

/**
 * Turns errors of the query builder and the database that a client's input causes into 400, for REST and GraphQL. Any other error
 * stays a 500 and is logged.
 */
export const translateInputErrors =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (_context, next) => {
    try {
      return await next();
    } catch (error) {
      const route = strapi.requestContext.get()?.state.route as { info?: { type?: string } } | undefined;
      if (route?.info?.type !== 'content-api' || !isInputError(error)) throw error;
      throw new errors.ValidationError(
        'The request names a field, an operator or a value that does not fit: compare it with the documentation.',
      );
    }
  };
