import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export type Context = Parameters<Core.MiddlewareHandler>[0];

/** The answer, unless the client already has it. */
export interface Answer {
  /** `application/rss+xml; charset=utf-8` */
  type: string;
  body: string;
  /** When its content last changed; absent if unknown, or if the content changes with the time of day. */
  lastModified?: Date | undefined;
}

const SECOND_MS = 1_000;

/** A strong ETag for this content. */
const tagOf = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;

/**
 * Sets the version headers of the answer, and answers 304 if the client sends the current version. Shared caches may store the
 * answer, but must ask each time whether it is still current.
 *
 * @param content the content that determines the version
 * @returns true if the client already has it, so that the answer need not be rendered
 */
export const isUnchanged = (ctx: Context, content: string, lastModified?: Date): boolean => {
  ctx.status = 200;
  ctx.set('ETag', tagOf(content));
  // The header counts in seconds. A second change within the same second would have the same value.
  if (lastModified && Date.now() - lastModified.getTime() >= SECOND_MS)
    ctx.set('Last-Modified', lastModified.toUTCString());
  const isPublic = !ctx.get('authorization');
  ctx.set('Cache-Control', isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-cache');
  if (!ctx.fresh) return false;
  ctx.status = 304;
  return true;
};

/** Sends the answer, or 304; see {@link isUnchanged}. */
export const answerConditionally = (ctx: Context, { type, body, lastModified }: Answer): void => {
  ctx.type = type;
  if (!isUnchanged(ctx, body, lastModified)) ctx.body = body;
};
