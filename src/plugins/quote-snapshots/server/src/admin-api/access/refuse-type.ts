import { errors } from '@strapi/utils';
import { refused } from '../../reasons/refused';

/**
 * The error for a user whose role may read no entry of this type. It is a PolicyError, because Strapi answers a ForbiddenError with
 * "Forbidden" and drops its message.
 */
export const refuseType = (uid: string): Error =>
  new errors.PolicyError(
    `Your role may not read entries of ${uid}: ask an admin for the right to read them.`,
    refused('reading-not-allowed'),
  );
