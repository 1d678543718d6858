import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { createBodyParser } from '../strapi/body-parser';
import { parseBody } from './parse-body';
import { MAX_UPLOAD_BYTES } from './upload-limits';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Next = () => Promise<unknown>;

/**
 * Reads a form with files into a temporary folder, runs `next`, and deletes the folder in any case, also with the partial files of
 * a sender that hung up.
 *
 * @throws PayloadTooLargeError, ValidationError for a form that cannot be read
 */
export const readForm = async (strapi: Core.Strapi, ctx: Context, next: Next): Promise<void> => {
  const uploadDir = await mkdtemp(path.join(tmpdir(), 'quotemark-upload-'));
  try {
    const parser = createBodyParser(strapi, { formidable: { uploadDir, maxFileSize: MAX_UPLOAD_BYTES } });
    await parseBody(ctx, parser, next);
  } finally {
    await rm(uploadDir, { recursive: true, force: true });
  }
};
