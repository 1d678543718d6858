import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A derived key (HKDF, RFC 5869), so that a signature reveals nothing about the secret. */
const keyFrom = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

/**
 * Signs values.
 *
 * @param purpose the use of the signature. The same values have a different signature for each purpose.
 */
export const signatureOf = (secret: string, purpose: string, values: readonly (string | number)[]): string =>
  createHmac('sha256', keyFrom(secret, purpose)).update(JSON.stringify(values)).digest('base64url');

/** Compares two signatures in constant time. */
export const sameSignature = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
