import type { Core } from '@strapi/strapi';
import type { FindMentions } from '../article/quotes-in-text';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import { articleHead } from './article-head';
import { readArticlePage } from './data/article';
import { readCompanyPage } from './data/company';
import { readFront } from './data/front';
import type { PageRequest } from './data/page-request';
import { readSearch } from './data/search';
import { readTickerPage } from './data/ticker';
import { articlePage } from './pages/ArticlePage';
import { companyPage } from './pages/CompanyPage';
import type { FrameProps } from './pages/frame-props';
import { frontPage } from './pages/FrontPage';
import type { PageContext } from './pages/page-context';
import { searchPage } from './pages/SearchPage';
import { tickerPage } from './pages/TickerPage';

/** A page that was made, and the GraphQL query that asks for its data. */
interface MadePage {
  props: FrameProps;
  graphql: string;
}

/** The input of a page: the parameters of its path, and the API to ask. */
export interface PageInput {
  strapi: Core.Strapi;
  request: PageRequest;
  context: PageContext;
  params: Readonly<Record<string, string | undefined>>;
}

/** A page of the site. Its path is the one in the default locale. */
export interface SitePage {
  path: string;
  /** @returns undefined if there is no such page */
  make(input: PageInput): Promise<MadePage | undefined>;
}

const made = <Data extends { graphql: string }>(
  data: Data | undefined,
  show: (data: Data) => FrameProps,
): MadePage | undefined => data && { props: show(data), graphql: data.graphql };

const findMentionsOf = (strapi: Core.Strapi): FindMentions =>
  quotesPlugin(strapi)?.service('detection').findMentions ?? (() => []);

/** The front page, at the root of a locale. */
export const FRONT: SitePage = {
  path: '/',
  make: async ({ request, context }) => made(await readFront(request), (data) => frontPage(data, context)),
};

/** Every other page. */
export const PAGES: readonly SitePage[] = [
  {
    path: '/search',
    make: async ({ request, context }) =>
      made(await readSearch(request), (data) => searchPage(data, context)),
  },
  {
    path: '/articles/:slug',
    make: async ({ strapi, request, context, params }) => {
      const data = await readArticlePage(params.slug ?? '', request);
      const head = data && (await articleHead(strapi, context, data.article.documentId));
      const findMentions = findMentionsOf(strapi);
      return made(data, (shown) => articlePage(shown, context, { findMentions, head }));
    },
  },
  {
    path: '/companies/:slug',
    make: async ({ request, context, params }) =>
      made(await readCompanyPage(params.slug ?? '', request), (data) => companyPage(data, context)),
  },
  {
    path: '/tickers/:mic/:symbol',
    make: async ({ request, context, params: { mic = '', symbol = '' } }) => {
      const listing = { mic: mic.toUpperCase(), symbol: symbol.toUpperCase() };
      return made(await readTickerPage(listing, request), (data) => tickerPage(data, context));
    },
  },
];
