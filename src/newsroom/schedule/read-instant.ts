import { fieldError } from '../records/field-error';

/** A time with its zone. Without a zone, a node in another zone would publish at another instant. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `Date` reads the 30th of February as the 2nd of March. */
const isDayOfMonth = (value: string): boolean =>
  Number(value.slice(8, 10)) <= (DAYS_IN_MONTH[Number(value.slice(5, 7)) - 1] ?? 0);

/**
 * Parses an instant that a client sends: null, or a time with its zone.
 *
 * @throws ValidationError that names the field and the value
 */
export const readInstant = (field: string, value: unknown): Date | null => {
  if (value === null || value === '') return null;
  const date =
    value instanceof Date
      ? value
      : typeof value === 'string' && INSTANT.test(value) && isDayOfMonth(value)
        ? new Date(value)
        : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw fieldError(field, value, 'give an instant with its zone, as 2026-11-27T16:05:00-05:00, or null.');
  }
  return date;
};
