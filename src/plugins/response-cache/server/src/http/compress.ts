import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './encodings';

/** Below, the header costs more than compression saves: the answer fits into one packet anyway. */
const LEAST_BYTES = 1_024;

const COMPRESS = {
  // The default (11) takes a hundred times as long as 5, for a tenth less.
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
};

/** Pictures and the like are compressed already. */
const COMPRESSED = /^(?:image\/(?!svg)|audio\/|video\/|font\/woff|application\/(?:zip|gzip|pdf))/i;

/**
 * An answer in its compressed forms; none where it is short, or compressed by its own format. Runs outside of the event loop's
 * thread.
 *
 * @param type the answer's `Content-Type`
 */
export const compress = async (body: Buffer, type: string): Promise<Partial<Record<Encoding, Buffer>>> => {
  if (body.length < LEAST_BYTES || COMPRESSED.test(type)) return {};
  const [br, gzipped] = await Promise.all([COMPRESS.br(body), COMPRESS.gzip(body)]);
  return { br, gzip: gzipped };
};
