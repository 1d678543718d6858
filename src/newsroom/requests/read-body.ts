import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { MAX_UPLOAD_BYTES } from './upload-limits';

/** Where the GraphQL plugin is, Strapi's middleware leaves requests to exactly `/graphql` alone. */
const WITHOUT_GRAPHQL = { plugin: () => undefined } as unknown as Core.Strapi;

type Context = Parameters<Core.MiddlewareHandler>[0];
type Next = () => Promise<unknown>;

/** In bytes, of visitors: a query of GraphQL or a form to sign in. */
const MAX_VISITOR_BYTES = 100 * 1024;
/** Of whoever is known. An article's body may be 1 MB of text, and more as blocks. */
const MAX_KNOWN_JSON = '10mb';

const tooLarge = (): Error => new errors.PayloadTooLargeError('The body is too large: send less at once.');

/** What the parser says of a body, as an error that Strapi answers without writing it to the log as a fault of its own. */
const asAnswer = (error: unknown): unknown => {
  const { status } = (error ?? {}) as { status?: number };
  if (status === 413) return tooLarge();
  if (status === 400) return new errors.ValidationError('The body is not what its content type says.');
  return error;
};

const hasBody = ({ request }: Context): boolean => (request as { body?: unknown }).body !== undefined;

/**
 * Reads what a request sends, with Strapi's own middleware, and answers 413 to what is larger than its sender may send.
 * A form with files is read where files are wanted only; they are gone when the request is answered, however it ends.
 */
export const createBodyReader = (strapi: Core.Strapi) => {
  const reader = (config: object): Core.MiddlewareHandler => {
    const handler = strapi.middleware('strapi::body')(config, { strapi: WITHOUT_GRAPHQL });
    if (!handler) throw new Error('Strapi has no middleware "strapi::body" any more.');
    return handler;
  };
  const forVisitors = reader({ multipart: false, jsonLimit: MAX_VISITOR_BYTES });
  const forKnown = reader({ multipart: false, jsonLimit: MAX_KNOWN_JSON });

  const withFiles = async (ctx: Context, next: Next): Promise<unknown> => {
    // A folder of the request's own: whatever was begun in it is known, also where the sender hung up.
    const uploadDir = await mkdtemp(path.join(tmpdir(), 'quotemark-upload-'));
    try {
      return await reader({ formidable: { uploadDir, maxFileSize: MAX_UPLOAD_BYTES } })(ctx, next);
    } finally {
      await rm(uploadDir, { recursive: true, force: true });
    }
  };

  return async (
    ctx: Context,
    { known, takesFiles }: { known: boolean; takesFiles: boolean },
    next: Next,
  ): Promise<unknown> => {
    if (!known && (ctx.request.length ?? 0) > MAX_VISITOR_BYTES) throw tooLarge();
    // Most are read by now: plugins look at them before the caller is known. GraphQL's are not.
    if (hasBody(ctx)) return next();
    let isRead = false;
    const goOn = (): Promise<unknown> => {
      isRead = true;
      if (!hasBody(ctx)) (ctx.request as { body?: unknown }).body = {};
      return next();
    };
    try {
      if (takesFiles && ctx.is('multipart')) return await withFiles(ctx, goOn);
      return await (known ? forKnown : forVisitors)(ctx, goOn);
    } catch (error) {
      throw isRead ? error : asAnswer(error);
    }
  };
};
