import type { Core } from '@strapi/strapi';
import { hasValidCredentials } from '../strapi/authentication';
import { createBodyParser } from '../strapi/body-parser';
import { parseBody } from './parse-body';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** The limit for visitors, in bytes after decompression. A query of GraphQL or a form to sign in fits. */
const MAX_VISITOR_BYTES = 100 * 1024;
/** The limit for callers with valid credentials: an article's text may have 1 MB, and more as blocks. */
const MAX_KNOWN_JSON = '10mb';

/** Whether a body may be larger than a visitor's: it says so, does not state its length, or is compressed. */
const mayBeLarge = (ctx: Context): boolean => {
  const { length } = ctx.request;
  const isCompressed = !['', 'identity'].includes(ctx.get('content-encoding').toLowerCase());
  const isChunked = ctx.get('transfer-encoding') !== '';
  return isChunked || isCompressed || (length ?? 0) > MAX_VISITOR_BYTES;
};

/**
 * Reads JSON, forms without files, and text, before the router chooses a route: Strapi's i18n plugin reads the body in a middleware
 * of the router. The limit depends on the caller, and reading stops at the limit while the body is still arriving.
 *
 * Forms with files are not read here: see `read-form.ts`.
 */
export const readTextBody = (
  _config: object,
  { strapi }: { strapi: Core.Strapi },
): Core.MiddlewareHandler => {
  const parsers = {
    visitor: createBodyParser(strapi, { multipart: false, jsonLimit: MAX_VISITOR_BYTES }),
    known: createBodyParser(strapi, { multipart: false, jsonLimit: MAX_KNOWN_JSON }),
  };
  return async (ctx, next) => {
    const isKnown = mayBeLarge(ctx) && (await hasValidCredentials(strapi, ctx));
    return parseBody(ctx, isKnown ? parsers.known : parsers.visitor, next);
  };
};
