import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ENCODINGS, type Encoding } from './encodings';
import { ownBytes } from './own-bytes';

/** Below this size, the header costs more than compression saves: the answer fits into one packet anyway. */
const LEAST_BYTES = 1_024;

const COMPRESS = {
  // The default quality (11) takes a hundred times as long as 5 and saves a tenth more.
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
};

/** Pictures and similar formats are already compressed. */
const COMPRESSED = /^(?:image\/(?!svg)|audio\/|video\/|font\/woff|application\/(?:zip|gzip|pdf))/i;

/**
 * The encodings that an answer may have; none if it is short, or if its format is already compressed. @param type its
 * `Content-Type`
 */
export const compressedForms = (body: Buffer, type: string): readonly Encoding[] =>
  body.length < LEAST_BYTES || COMPRESSED.test(type) ? [] : ENCODINGS;

/** Compresses an answer outside of the event loop's thread. */
export const compress = async (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  ownBytes(await COMPRESS[encoding](body));
