import { createHash } from 'node:crypto';

const describeBytes = (bytes: Buffer): string =>
  `${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;

/**
 * How two answers differ, in words for the log. The answers themselves are not in it, because they may be for one token's holder
 * only, and logs are read by others.
 */
export const describeDifference = (cached: Buffer, fresh: Buffer): string => {
  let at = 0;
  while (at < cached.length && cached[at] === fresh[at]) at += 1;
  return `from byte ${at} on: cached ${describeBytes(cached)}, fresh ${describeBytes(fresh)}`;
};
