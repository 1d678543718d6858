import type en from '../translations/en.json';

/** The tail of those keys of the translations that start with this. */
export type KeyAfter<Prefix extends string> = keyof typeof en extends infer Key
  ? Key extends `${Prefix}${infer Tail}`
    ? Tail
    : never
  : never;
