import type { IncomingMessage } from 'node:http';

/** In bytes, for a GraphQL query. Strapi answers longer ones. */
const LONGEST = 64 * 1024;

/**
 * Reads a request's body and puts it back, so that Strapi can read it too.
 *
 * @returns undefined for a body that is not read here: long, compressed, without a length, or cut off
 */
export const peekBody = async (req: IncomingMessage): Promise<Buffer | undefined> => {
  const length = Number(req.headers['content-length']);
  const isPlain =
    req.headers['transfer-encoding'] === undefined && req.headers['content-encoding'] === undefined;
  if (!isPlain || !Number.isInteger(length) || length <= 0 || length > LONGEST) return undefined;
  // A body in one packet with its headers is there by now. To listen for it took a fifth of the time of a hit.
  await Promise.resolve();
  // Its `close` has been, and will not be again.
  if (req.destroyed) return undefined;
  if (req.readableLength === length) {
    // As long as it is, and no longer: to read on would end the stream, and nothing could be put back.
    const body = req.read(length) as Buffer | null;
    if (body) req.unshift(body);
    return body ?? undefined;
  }
  const chunks: Buffer[] = [];
  let received = 0;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      for (const [event, listener] of Object.entries(listeners)) req.off(event, listener);
      resolve();
    };
    const take = (): void => {
      // It reads no more than has arrived. Reading on would end the stream, and nothing could be put back.
      while (received < length) {
        const chunk = req.read() as Buffer | null;
        if (chunk === null) return;
        chunks.push(chunk);
        received += chunk.length;
      }
      finish();
    };
    const listeners = { readable: take, close: finish, error: finish, end: finish };
    for (const [event, listener] of Object.entries(listeners)) req.on(event, listener);
    take();
  });
  const body = Buffer.concat(chunks);
  if (body.length > 0 && !req.readableEnded) req.unshift(body);
  return body.length === length ? body : undefined;
};
