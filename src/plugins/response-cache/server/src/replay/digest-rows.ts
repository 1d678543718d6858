import { createHash } from 'node:crypto';

/** What stands for the rows of a statement. */
export interface RowsDigest {
  digest: string;
  /** Of the rows, in bytes. */
  bytes: number;
}

/** Whether JSON has the value as it is. */
const isOfJson = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0));

/**
 * A value as JSON can have it, and no other value as the same. What JSON does not have becomes an array with its type, and an
 * array or object of the driver's becomes such an array, too.
 *
 * @throws Error for what is no data, such as a function
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
 * A row as JSON can have it. Most rows are taken as they are: to make another object of each took most of the time that the
 * cache adds to a miss. No row can be taken for another, since only a value that JSON does not have becomes an array.
 */
const plainRow = (row: unknown): unknown => {
  if (!isPlainObject(row)) return plain(row);
  if (Object.values(row).every(isOfJson)) return row;
  // Not by assignment, which a column called `__proto__` would make something else of.
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
};

/**
 * A digest of rows as the driver gave them. Rows have the same digest only where they have the same values of the same types
 * (1 is not '1', a Date is not its text), under the same names, in the same order, each as often.
 *
 * V8's own serialization would be shorter, but it writes a number in two ways, by how V8 keeps it at the moment: rows
 * that have not changed were taken for others.
 *
 * @throws Error for rows with something that is no data, such as a function
 */
export const digestRows = (rows: readonly unknown[]): RowsDigest => {
  const text = JSON.stringify(rows.map(plainRow));
  return { digest: createHash('sha256').update(text).digest('base64'), bytes: text.length };
};
