import type { ServerResponse } from 'node:http';

type End = ServerResponse['end'];

const bytesOf = (chunk: unknown, encoding: unknown): Buffer | undefined => {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  return chunk instanceof Uint8Array
    ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    : undefined;
};

/**
 * Passes an answer to a function before it is sent, if it is sent in one piece. Koa sends everything except streams that way.
 *
 * @param answer gets the whole body, or undefined for a stream and for an answer without a body; returns true if it has sent the
 *   answer itself
 */
export const interceptEnd = (res: ServerResponse, answer: (body: Buffer | undefined) => boolean): void => {
  const { write, end, writeHead } = res;
  const restore = (): void => void Object.assign(res, { write, end, writeHead });
  const passOn = (): void => {
    restore();
    answer(undefined);
  };
  res.write = ((...args: Parameters<typeof write>) => {
    passOn();
    return write.apply(res, args);
  }) as typeof write;
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    passOn();
    return writeHead.apply(res, args);
  }) as typeof writeHead;
  res.end = ((...args: unknown[]) => {
    restore();
    const sent = answer(res.headersSent ? undefined : bytesOf(args[0], args[1]));
    return sent ? res : Reflect.apply(end, res, args);
  }) as End;
};
