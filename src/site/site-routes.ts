import type { Core } from '@strapi/strapi';
import { labelsIn } from '../article/labels/labels-in';
import { pageFile, PRELOADED_FONTS } from '../article/page-files';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import { siteNameOf, siteOf } from '../newsroom/site-environment';
import { readLocales, type Locales } from '../newsroom/strapi/locales';
import { readOtherLocales } from './data/article';
import type { PageRequest } from './data/page-request';
import { ApiError, createPublicApi, type PublicApi } from './data/public-api';
import { messagePage } from './pages/MessagePage';
import type { PageContext } from './pages/page-context';
import { sendPage, type SiteContext } from './send-page';
import { FRONT, PAGES, type SitePage } from './site-pages';

const TOO_MANY = 429;

const pageContext = (strapi: Core.Strapi, locale: string, locales: Locales): PageContext => ({
  site: siteOf(strapi),
  siteName: siteNameOf(strapi),
  locale,
  locales,
  labels: labelsIn(locale),
  files: {
    styles: pageFile(strapi, 'site.css'),
    script: pageFile(strapi, 'live-quotes.js'),
    fonts: PRELOADED_FONTS,
  },
});

/** Sends the page that is shown if the API refused the data: not found, or too many requests. */
const sendRefusal = (ctx: SiteContext, context: PageContext, error: ApiError): void => {
  if (error.status !== TOO_MANY) return sendPage(ctx, messagePage('notFound', context), 404);
  ctx.set('Retry-After', '1');
  return sendPage(ctx, messagePage('tooMany', context), TOO_MANY);
};

/** Makes the function that answers with a page. @param open opens the public API for one page */
const createHandler =
  (strapi: Core.Strapi, open: () => PublicApi) =>
  ({ path, make }: SitePage): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const locales = await readLocales(strapi);
    const params = ctx.params as Readonly<Record<string, string | undefined>>;
    const locale = params.locale ?? locales.default;
    // If it is not a locale, the path may belong to another route.
    if (!locales.all.includes(locale)) return next();
    if (params.locale === locales.default) {
      ctx.status = 301;
      return ctx.redirect(`${ctx.path.slice(locale.length + 1) || '/'}${ctx.search}`);
    }
    const api = open();
    const hasQuotes = quotesPlugin(strapi) !== undefined;
    const request: PageRequest = { api, locale, locales, hasQuotes, query: ctx.query };
    const context = pageContext(strapi, locale, locales);
    try {
      const page = await make({ strapi, request, context, params });
      if (page) {
        return sendPage(ctx, { ...page.props, requests: { rest: api.asked(), graphql: page.graphql } });
      }
      const others = path === '/articles/:slug' ? await readOtherLocales(params.slug ?? '', request) : [];
      return sendPage(ctx, messagePage('notFound', context, others), 404);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500) throw error;
      return sendRefusal(ctx, context, error);
    }
  };

/** Paths whose errors are read by programs. */
const OF_PROGRAMS = /^\/(api|admin|graphql|mcp|uploads)(\/|$)/i;

/** Shows an error page to a browser if Strapi would answer with an error as JSON. */
const showErrors = (strapi: Core.Strapi): Core.MiddlewareHandler =>
  // The response cache knows this middleware by the name of its function.
  async function showErrors(ctx, next) {
    await next();
    const isPage = (ctx.method === 'GET' || ctx.method === 'HEAD') && !OF_PROGRAMS.test(ctx.path);
    // A client that accepts anything gets JSON.
    if (ctx.status < 400 || ctx.type === 'text/html' || !isPage || ctx.accepts('json', 'html') !== 'html')
      return;
    const { status } = ctx;
    const locales = await readLocales(strapi);
    const first = ctx.path.split('/')[1] ?? '';
    const context = pageContext(strapi, locales.all.includes(first) ? first : locales.default, locales);
    const message = status === TOO_MANY ? 'tooMany' : status >= 500 ? 'fault' : 'notFound';
    sendPage(ctx, messagePage(message, context), status);
  };

const addPages = (strapi: Core.Strapi, pages: readonly { path: string; page: SitePage }[]): void => {
  const handler = createHandler(strapi, createPublicApi(strapi));
  strapi.server.routes(
    pages.map(({ path, page }) => ({
      method: 'GET',
      path,
      handler: handler(page),
      config: { auth: false },
    })),
  );
};

/** Serves the newsroom's own site, unless SITE_ENABLED is false. Must be called at register, before Strapi's own route for `/`. */
export const addSite = (strapi: Core.Strapi): void => {
  if (!siteOf(strapi).enabled) return;
  strapi.server.use(showErrors(strapi));
  addPages(strapi, [
    { path: FRONT.path, page: FRONT },
    ...PAGES.flatMap((page) => [
      { path: page.path, page },
      { path: `/:locale${page.path}`, page },
    ]),
  ]);
};

/**
 * Serves the front pages of locales, as `/es`. Must be called at bootstrap, after every other route, because such a path looks like
 * any other.
 */
export const addLocaleFronts = (strapi: Core.Strapi): void => {
  if (siteOf(strapi).enabled) addPages(strapi, [{ path: '/:locale', page: FRONT }]);
};
