import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export type Context = Parameters<Core.MiddlewareHandler>[0];

/** What a client is answered with, unless it has it already. */
export interface Answer {
  /** `application/rss+xml; charset=utf-8` */
  type: string;
  body: string;
  /** When the latest of it changed; left out where that is not known, as of what changes with the time of day. */
  lastModified?: Date | undefined;
}

const SECOND_MS = 1_000;

/** A strong ETag of what an answer says. */
const tagOf = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;

/**
 * Says which version the answer is, and answers 304 where the client names the one it has. Shared caches may keep the answer, and
 * ask each time whether it is still right.
 *
 * @param content what the answer is made of
 * @returns whether the client has it already, so that the answer need not be made
 */
export const isUnchanged = (ctx: Context, content: string, lastModified?: Date): boolean => {
  ctx.status = 200;
  ctx.set('ETag', tagOf(content));
  // The header counts seconds: a second change within this one would have the same.
  if (lastModified && Date.now() - lastModified.getTime() >= SECOND_MS)
    ctx.set('Last-Modified', lastModified.toUTCString());
  const isPublic = !ctx.get('authorization');
  ctx.set('Cache-Control', isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-cache');
  if (!ctx.fresh) return false;
  ctx.status = 304;
  return true;
};

/** Answers, see {@link isUnchanged}. */
export const answerConditionally = (ctx: Context, { type, body, lastModified }: Answer): void => {
  ctx.type = type;
  if (!isUnchanged(ctx, body, lastModified)) ctx.body = body;
};
