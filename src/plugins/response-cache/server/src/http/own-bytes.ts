/**
 * Copies the bytes into memory of their own. Node returns small texts and compressed data as views of a larger buffer. Such a view
 * keeps the whole buffer in memory, and nothing counts that memory.
 */
export const ownBytes = (bytes: Buffer): Buffer => {
  if (bytes.byteLength === bytes.buffer.byteLength) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.byteLength);
  bytes.copy(copy);
  return copy;
};
