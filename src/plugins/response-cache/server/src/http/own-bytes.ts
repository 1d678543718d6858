/**
 * The same bytes in memory of their own. A view of a larger piece of memory, as Node gives of small texts and of what it
 * has compressed, holds on to all of that piece, which nobody counts.
 */
export const ownBytes = (bytes: Buffer): Buffer => {
  if (bytes.byteLength === bytes.buffer.byteLength) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(copy);
  return copy;
};
