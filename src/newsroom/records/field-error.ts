import { errors } from '@strapi/utils';

/** A value that a field refuses: 400, with the field in `details.errors[].path`, as Strapi's own validation says it. */
export const fieldError = (field: string, value: unknown, what: string): errors.ValidationError => {
  const shown = typeof value === 'string' ? `"${value.slice(0, 80)}"` : String(value);
  const message = `${field} is ${shown}: ${what}`;
  return new errors.ValidationError(message, {
    errors: [{ path: [field], name: 'ValidationError', message, value: shown }],
  });
};
