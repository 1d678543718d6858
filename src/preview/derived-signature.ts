import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A derived key (HKDF, RFC 5869), so that what is signed reveals nothing about the secret. */
const keyFrom = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

/**
 * Signs values.
 *
 * @param purpose what the signature is for: of another purpose, the same values have another signature
 */
export const signatureOf = (secret: string, purpose: string, values: readonly (string | number)[]): string =>
  createHmac('sha256', keyFrom(secret, purpose)).update(JSON.stringify(values)).digest('base64url');

/** Compares two signatures in a time that does not depend on what they are. */
export const sameSignature = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
