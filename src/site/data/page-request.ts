import type { Locales } from '../../newsroom/strapi/locales';
import type { PublicApi } from './public-api';

/** The input that a page is made from. */
export interface PageRequest {
  api: PublicApi;
  locale: string;
  locales: Locales;
  /** Whether the plugin for quotes is switched on. */
  hasQuotes: boolean;
  /** The query of the page's address. */
  query: Readonly<Record<string, unknown>>;
}

/** A value that the address gives once, as text; undefined otherwise. */
export const textOf = (query: PageRequest['query'], name: string): string | undefined => {
  const value = query[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** The last page that an address may ask for. Later pages are "not found". */
const LAST_PAGE = 1_000_000;

/** The page number of a list, from 1; undefined if the address asks for an impossible one. */
export const pageOf = (query: PageRequest['query']): number | undefined => {
  if (query.page === undefined) return 1;
  const text = textOf(query, 'page') ?? '';
  const page = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
  return page !== undefined && page <= LAST_PAGE ? page : undefined;
};
