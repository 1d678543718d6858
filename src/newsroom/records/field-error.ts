import { errors } from '@strapi/utils';

/** The error of a value that a field refuses: 400, with the field in `details.errors[].path`, as in Strapi's own errors. */
export const fieldError = (field: string, value: unknown, what: string): errors.ValidationError => {
  const shown = typeof value === 'string' ? `"${value.slice(0, 80)}"` : String(value);
  const message = `${field} is ${shown}: ${what}`;
  return new errors.ValidationError(message, {
    errors: [{ path: [field], name: 'ValidationError', message, value: shown }],
  });
};
