import type { Core } from '@strapi/strapi';
import { readUnrestricted } from '../newsroom/visibility/unrestricted-reads';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import { renderArticlePage } from './ArticlePage';
import { mayOpen } from './may-open';
import { READER_COOKIE, readReader } from './reader-cookie';
import { verifyPreviewLink } from './signed-link';
import type { QuoteBox } from '../article/article';
import { pageFile } from '../article/page-files';
import type { FindMentions } from '../article/quotes-in-text';
import { equalsPublished } from './equals-published';
import { readArticle, readDisclaimers } from './read-article';

/** The path of the newsroom's own preview page. */
export const OWN_PAGE = '/preview';

interface PreviewContext {
  query: Record<string, unknown>;
  status: number;
  type: string;
  body: unknown;
  set(header: string, value: string): void;
  cookies: { get(name: string, options: { signed: boolean }): string | undefined };
}

/** No script runs, whatever an article contains, and only the admin UI of this newsroom may show the page in a frame. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const plain = (ctx: PreviewContext, status: number, text: string): void => {
  ctx.status = status;
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = text;
};

const readerCookie = ({ cookies }: PreviewContext): string | undefined =>
  cookies.get(READER_COOKIE, { signed: false });

/** `GET /preview?…`: an article as readers would see it, for anyone who has a link that this newsroom signed. */
const createPreviewPage = (strapi: Core.Strapi) => async (ctx: PreviewContext) => {
  ctx.set('Content-Security-Policy', POLICY);
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  const secret = strapi.config.get<string>('admin.auth.secret');
  const target = verifyPreviewLink(ctx.query, secret, Date.now());
  if (!target) {
    return plain(ctx, 403, 'This preview link is not valid any more: open the preview again in the admin.');
  }
  if (!(await mayOpen(strapi, target, readReader(secret, readerCookie(ctx), Date.now())))) {
    return plain(
      ctx,
      403,
      'This article is under embargo: its preview opens in the browser of somebody who is signed in to the admin and may read it. Open the preview there.',
    );
  }
  // The signed link grants access to this one article, and was made for somebody who may read it.
  const article = await readUnrestricted(() => readArticle(strapi, target));
  if (!article) {
    return plain(ctx, 404, `There is no such article in ${target.locale} (${target.status}).`);
  }
  const quotes = quotesPlugin(strapi);
  const box: QuoteBox | undefined = await quotes
    ?.service('latest')
    .quotes()
    .catch(() => undefined);
  const findMentions: FindMentions = quotes ? quotes.service('detection').findMentions : () => [];
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = renderArticlePage({
    article,
    locale: target.locale,
    isDraft: target.status === 'draft' && !(await readUnrestricted(() => equalsPublished(strapi, target))),
    disclaimers: await readUnrestricted(() => readDisclaimers(strapi, target)),
    box,
    findMentions,
    styles: pageFile(strapi, 'site.css'),
  });
};

/** Serves the preview page. The signed link is enough to open it, except under embargo. Must be called before routes are mounted. */
export const addPreviewPage = (strapi: Core.Strapi): void => {
  strapi.server.routes([
    { method: 'GET', path: OWN_PAGE, handler: createPreviewPage(strapi), config: { auth: false } },
  ]);
};
