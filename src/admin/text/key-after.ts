import type en from '../translations/en.json';

/** The rest of those translation keys that start with this prefix. */
export type KeyAfter<Prefix extends string> = keyof typeof en extends infer Key
  ? Key extends `${Prefix}${infer Tail}`
    ? Tail
    : never
  : never;
