const WORDS = new Set(['now', 'today', 'tomorrow', 'yesterday']);
/** A day, with or without a time of day, or seconds or milliseconds since 1970 as text. */
const DAY = /^(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{10}|\d{13})$/;
const TIME_OF_DAY = /\d{2}:\d{2}/;

/** Whether a number may be a time between 2001 and 2286, in seconds or milliseconds since 1970. */
const isTimestamp = (value: number): boolean =>
  (value >= 1e9 && value < 1e10) || (value >= 1e12 && value < 1e13);

/**
 * Whether a value of a statement may be a moment. It may then have been calculated from the clock, as in `published_at < now`, and
 * the same request would have another value now. It cannot be told apart from a fixed moment that the client has sent. So an answer
 * with such a value is filled again and not checked.
 */
export const mayBeTime = (value: unknown): boolean => {
  if (value instanceof Date) return true;
  if (typeof value === 'number') return isTimestamp(value);
  if (typeof value === 'bigint') return isTimestamp(Number(value));
  if (typeof value !== 'string') return false;
  const text = value.trim().toLowerCase();
  return WORDS.has(text) || DAY.test(text) || TIME_OF_DAY.test(text);
};
