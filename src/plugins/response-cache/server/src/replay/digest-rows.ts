import { createHash } from 'node:crypto';

/** What stands for the rows of a statement. */
export interface RowsDigest {
  digest: string;
  /** Of the rows, in bytes. */
  bytes: number;
}

/**
 * A value as JSON can have it, and no other value as the same. What JSON does not have becomes an array with its type, and an
 * array or object of the driver's becomes such an array, too.
 *
 * @throws Error for what is no data, such as a function
 */
const plain = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : ['number', Object.is(value, -0) ? '-0' : String(value)];
  if (typeof value === 'bigint') return ['bigint', value.toString()];
  if (value === undefined) return ['undefined'];
  if (value instanceof Date) return ['date', plain(value.getTime())];
  if (value instanceof Uint8Array) return ['bytes', Buffer.from(value).toString('base64')];
  if (Array.isArray(value)) return ['list', ...value.map(plain)];
  if (typeof value === 'object')
    return ['object', ...Object.entries(value).flatMap(([name, one]) => [name, plain(one)])];
  throw new Error(`Rows have a ${typeof value}, which is no data.`);
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
  const text = JSON.stringify(rows.map(plain));
  return { digest: createHash('sha256').update(text).digest('base64'), bytes: text.length };
};
