import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** The parser's error for the client. Strapi does not log these as its own faults. */
const parsingError = (ctx: Context, error: unknown): unknown => {
  const { status } = (error ?? {}) as { status?: number };
  if (status === 413) {
    // The rest of the body is not read.
    ctx.set('Connection', 'close');
    return new errors.PayloadTooLargeError('The body is too large: send less at once.');
  }
  if (status === 400) return new errors.ValidationError('The body is not what its content type says.');
  return error;
};

/**
 * Runs a body parser, then `next`.
 *
 * @throws PayloadTooLargeError (413) for a body that is larger than the parser allows; ValidationError (400) for one that it cannot
 * parse. Errors of `next` are passed on
 */
export const parseBody = async (
  ctx: Context,
  parser: Core.MiddlewareHandler,
  next: () => Promise<unknown>,
): Promise<void> => {
  let isParsed = false;
  try {
    await parser(ctx, () => {
      isParsed = true;
      return next();
    });
  } catch (error) {
    throw isParsed ? error : parsingError(ctx, error);
  }
};
