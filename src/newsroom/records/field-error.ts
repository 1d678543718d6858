import { errors } from '@strapi/utils';
import type { RefusalReason } from '../refusals/refusal-reason';

/** A value as an error shows it. Not every value of a request can be turned into text: `String({ toString: '' })` throws. */
const shownValue = (value: unknown): string => {
  if (typeof value === 'string') return `"${value.slice(0, 80)}"`;
  if (typeof value !== 'object' || value === null || value instanceof Date) return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
};

/**
 * The error for a value that a field refuses: status 400, with the field in `details.errors[].path`, as in Strapi's own errors.
 *
 * @param reason the reason as a code, which the admin UI words in the language of its user
 */
export const fieldError = (
  field: string,
  value: unknown,
  what: string,
  reason?: RefusalReason,
): errors.ValidationError => {
  const shown = shownValue(value);
  const message = `${field} is ${shown}: ${what}`;
  return new errors.ValidationError(message, {
    errors: [
      { path: [field], name: 'ValidationError', message, value: shown, ...(reason ? { reason } : {}) },
    ],
  });
};

/**
 * The same error without the value, for fields with a draft's words. The error is stored in the list of acts, sent by e-mail, and
 * shown to people who may not read the field.
 */
export const errorWithoutValue = (
  field: string,
  what: string,
  reason?: RefusalReason,
): errors.ValidationError => {
  const message = `${field}: ${what}`;
  return new errors.ValidationError(message, {
    errors: [{ path: [field], name: 'ValidationError', message, ...(reason ? { reason } : {}) }],
  });
};
