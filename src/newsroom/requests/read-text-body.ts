import type { Core } from '@strapi/strapi';
import { hasValidCredentials } from '../strapi/authentication';
import { createBodyParser } from '../strapi/body-parser';
import { parseBody } from './parse-body';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** In bytes, decompressed, of visitors: a query of GraphQL or a form to sign in. */
const MAX_VISITOR_BYTES = 100 * 1024;
/** Of callers with valid credentials: an article's text may have 1 MB, and more as blocks. */
const MAX_KNOWN_JSON = '10mb';

/** Whether a body may turn out larger than a visitor's: it says so, does not say its length, or is compressed. */
const mayBeLarge = (ctx: Context): boolean => {
  const { length } = ctx.request;
  const isCompressed = !['', 'identity'].includes(ctx.get('content-encoding').toLowerCase());
  const isChunked = ctx.get('transfer-encoding') !== '';
  return isChunked || isCompressed || (length ?? 0) > MAX_VISITOR_BYTES;
};

/**
 * Reads JSON, forms without files, and text, before the router chooses a route: Strapi's i18n plugin looks at
 * the body in a middleware of the router. How much is read depends on who asks, and stops at the limit while the body is
 * still arriving.
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
