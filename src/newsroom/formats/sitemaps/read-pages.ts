import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { readRows } from '../../database/read-rows';
import {
  articlePath,
  companyPath,
  frontPath,
  pageUrl,
  tickerPath,
  type SitemapSection,
} from '../../site-addresses';
import { siteOf } from '../../site-environment';
import { defaultLocale } from '../../strapi/locales';
import { ARTICLE, COMPANY, TICKER } from '../../type-names';
import type { SitemapPage } from './sitemap';

/** The rows of one sitemap. A sitemap may have 50,000 addresses; this is far below, whatever the number of languages. */
export const ROWS_PER_SITEMAP = 1_000;

type Stored = 'articles' | 'companies' | 'tickers';

const TYPES: Readonly<Record<Stored, string>> = { articles: ARTICLE, companies: COMPANY, tickers: TICKER };

/** The content type of a section; undefined for front pages. */
export const typeOfSection = (section: SitemapSection): string | undefined =>
  section === 'fronts' ? undefined : TYPES[section];

const tableOf = (strapi: Core.Strapi, section: Stored): string =>
  strapi.db.metadata.get(TYPES[section]).tableName;

const listed = (section: Stored, rows: Knex.QueryBuilder): Knex.QueryBuilder => {
  if (section === 'tickers') return rows;
  const addressed = rows.whereNotNull('slug').whereNot('slug', '');
  return section === 'articles' ? addressed.whereNotNull('published_at') : addressed;
};

/** How many sitemaps a section needs. */
export const countSitemaps = async (strapi: Core.Strapi, section: Stored): Promise<number> => {
  const [row] = await readRows<{ total: number | string }>(strapi, tableOf(strapi, section), (rows) =>
    listed(section, rows).count({ total: '*' }),
  );
  return Math.ceil(Number(row?.total ?? 0) / ROWS_PER_SITEMAP);
};

interface LocalizedRow {
  document_id: string;
  locale: string;
  slug: string;
  published_at: Date | number | string | null;
  retracted_at?: Date | number | string | null;
}

/** A correction is a publication, but a retraction is not. */
const lastChange = (row: LocalizedRow): Date | undefined => {
  const at = row.retracted_at ?? row.published_at;
  return at ? new Date(at) : undefined;
};

type PathOf = (slug: string, locale: string, standard: string) => string;

/** The pages of a localized type: one for each row, with the other locales of the document. */
const localizedPages = async (
  strapi: Core.Strapi,
  section: Stored,
  page: number,
  pathOf: PathOf,
): Promise<SitemapPage[]> => {
  const table = tableOf(strapi, section);
  const site = siteOf(strapi);
  const standard = await defaultLocale(strapi);
  const columns = ['document_id', 'locale', 'slug', 'published_at'];
  if (section === 'articles') columns.push('retracted_at');
  const rows = await readRows<LocalizedRow>(strapi, table, (all) =>
    listed(section, all)
      .select(columns)
      .orderBy(['document_id', 'locale'])
      .limit(ROWS_PER_SITEMAP)
      .offset((page - 1) * ROWS_PER_SITEMAP),
  );
  const documentIds = [...new Set(rows.map(({ document_id }) => document_id))];
  const versions = await readRows<LocalizedRow>(strapi, table, (all) =>
    listed(section, all).select(columns).whereIn('document_id', documentIds).orderBy('locale'),
  );
  const byDocument = new Map<string, LocalizedRow[]>();
  for (const version of versions) {
    byDocument.set(version.document_id, [...(byDocument.get(version.document_id) ?? []), version]);
  }
  const urlOf = ({ slug, locale }: LocalizedRow): string => pageUrl(site, pathOf(slug, locale, standard));
  return rows.map((row) => ({
    url: urlOf(row),
    lastModified: section === 'articles' ? lastChange(row) : undefined,
    alternates: (byDocument.get(row.document_id) ?? []).map((version) => ({
      language: version.locale,
      url: urlOf(version),
    })),
  }));
};

/** Lists pages that exist in every locale of the newsroom, once for each locale. */
const listInEveryLocale = async (
  strapi: Core.Strapi,
  paths: readonly ((locale: string, standard: string) => string)[],
): Promise<SitemapPage[]> => {
  const site = siteOf(strapi);
  const standard = await defaultLocale(strapi);
  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  return paths.flatMap((pathOf) => {
    const alternates = locales.map(({ code }) => ({
      language: code,
      url: pageUrl(site, pathOf(code, standard)),
    }));
    return alternates.map(({ url }) => ({ url, lastModified: undefined, alternates }));
  });
};

/** The pages of one sitemap; empty if there is no such sitemap. @param page from 1 */
export const readPages = async (
  strapi: Core.Strapi,
  section: SitemapSection,
  page: number,
): Promise<SitemapPage[]> => {
  if (section === 'articles') return localizedPages(strapi, section, page, articlePath);
  if (section === 'companies') return localizedPages(strapi, section, page, companyPath);
  if (section === 'fronts') return page === 1 ? listInEveryLocale(strapi, [frontPath]) : [];
  const listings = await readRows<{ mic: string; symbol: string }>(strapi, tableOf(strapi, section), (rows) =>
    rows
      .select('mic', 'symbol')
      .orderBy(['mic', 'symbol'])
      .limit(ROWS_PER_SITEMAP)
      .offset((page - 1) * ROWS_PER_SITEMAP),
  );
  return listInEveryLocale(
    strapi,
    listings.map((listing) => (locale: string, standard: string) => tickerPath(listing, locale, standard)),
  );
};
