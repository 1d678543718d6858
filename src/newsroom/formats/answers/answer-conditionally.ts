import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export type Context = Parameters<Core.MiddlewareHandler>[0];

/** What a client is answered with, unless it has it already. */
export interface Answer {
  /** `application/rss+xml; charset=utf-8` */
  type: string;
  body: string | Buffer;
  /** When the latest of it changed; left out where that says too little, as of a list that loses an entry. */
  lastModified?: Date | undefined;
}

/**
 * Answers with an ETag, and with 304 where the client names the one it has. Shared caches may keep the answer, and ask each time
 * whether it is still right.
 */
export const answerConditionally = (ctx: Context, { type, body, lastModified }: Answer): void => {
  ctx.status = 200;
  ctx.type = type;
  ctx.set('ETag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`);
  if (lastModified) ctx.set('Last-Modified', lastModified.toUTCString());
  const isPublic = !ctx.get('authorization');
  ctx.set('Cache-Control', isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-cache');
  // A text that any site may show, and that no browser takes for something else.
  ctx.set('X-Content-Type-Options', 'nosniff');
  if (ctx.fresh) ctx.status = 304;
  else ctx.body = body;
};
