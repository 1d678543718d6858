import { createHash } from 'node:crypto';

/** A digest of the rows of a statement. */
export interface RowsDigest {
  digest: string;
  /** The size of the rows, in bytes. */
  bytes: number;
}

/** Whether JSON can hold the value unchanged. */
const isOfJson = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0));

/**
 * A value in a form that JSON can hold, different for different values. A value that JSON cannot hold becomes an array with its
 * type, and so does an array or object of the driver.
 *
 * @throws Error for something that is not data, such as a function
 */
const plain = (value: unknown): unknown => {
  if (isOfJson(value)) return value;
  if (typeof value === 'number') return ['number', Object.is(value, -0) ? '-0' : String(value)];
  if (typeof value === 'bigint') return ['bigint', value.toString()];
  if (value === undefined) return ['undefined'];
  if (value instanceof Date) return ['date', plain(value.getTime())];
  if (value instanceof Uint8Array) return ['bytes', Buffer.from(value).toString('base64')];
  if (Array.isArray(value)) return ['list', ...value.map(plain)];
  if (typeof value === 'object' && value !== null)
    return ['object', ...Object.entries(value).flatMap(([name, one]) => [name, plain(one)])];
  throw new Error(`Rows have a ${typeof value}, which is no data.`);
};

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * A row in a form that JSON can hold. Most rows are taken unchanged, because copying each one took most of the time that the cache
 * adds to a miss. No row can be mistaken for another, because only a value that JSON cannot hold becomes an array.
 */
const plainRow = (row: unknown): unknown => {
  if (!isPlainObject(row)) return plain(row);
  if (Object.values(row).every(isOfJson)) return row;
  // An assignment would not do: a column called `__proto__` would set the prototype.
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
};

/**
 * A digest of rows as the driver returned them. Two results have the same digest only if they have the same values of the same
 * types (1 is not '1', a Date is not its text), under the same names, in the same order, each the same number of times.
 *
 * V8's own serialization would be shorter. But it writes a number in two ways, depending on how V8 stores it at the moment, so
 * unchanged rows looked different.
 *
 * @throws Error for rows with something that is not data, such as a function
 */
export const digestRows = (rows: readonly unknown[]): RowsDigest => {
  const text = JSON.stringify(rows.map(plainRow));
  return { digest: createHash('sha256').update(text).digest('base64'), bytes: text.length };
};
