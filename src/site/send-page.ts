import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { FrameProps } from './pages/frame-props';
import { renderPage } from './pages/Frame';

export type SiteContext = Parameters<Core.MiddlewareHandler>[0];

/** Scripts, styles and fonts are this server's own files; no content can bring one. Pictures may be in a store elsewhere. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self' https: data:",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const HASH_LENGTH = 27;

/** Answers with a page; with 304 where the reader has the same one already. */
export const sendPage = (ctx: SiteContext, props: FrameProps, status = 200): void => {
  const html = renderPage(props);
  ctx.set('Content-Security-Policy', POLICY);
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.set('Content-Language', props.context.locale);
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = html;
  if (status !== 200) {
    ctx.set('Cache-Control', 'no-store');
    return;
  }
  // The same for every reader. Whoever keeps it asks before each use: quotes and news change at any moment.
  ctx.set('Cache-Control', 'public, no-cache');
  ctx.etag = createHash('sha256').update(html).digest('base64url').slice(0, HASH_LENGTH);
  if (ctx.fresh) ctx.status = 304;
};
