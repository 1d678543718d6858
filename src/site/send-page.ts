import type { Core } from '@strapi/strapi';
import { isUnchanged } from '../newsroom/formats/answers/answer-conditionally';
import type { FrameProps } from './pages/frame-props';
import { renderPage } from './pages/Frame';

export type SiteContext = Parameters<Core.MiddlewareHandler>[0];

/** Scripts, styles and fonts are this server's own files, and no content can add others. Pictures may come from another store. */
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

/** Answers with a page, or with 304 if the reader already has the same one. */
export const sendPage = (ctx: SiteContext, props: FrameProps, status = 200): void => {
  const html = renderPage(props);
  ctx.set('Content-Security-Policy', POLICY);
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.set('Content-Language', props.context.locale);
  ctx.type = 'text/html; charset=utf-8';
  if (status !== 200) {
    ctx.status = status;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = html;
    return;
  }
  // Every reader gets the same page. It has no Last-Modified, because quotes and other articles on the page change later than its
  // article.
  if (!isUnchanged(ctx, html)) ctx.body = html;
};
