import { readCorrections } from '../../text/corrections';
import type { Site } from '../../site-addresses';
import type {
  ArticleKind,
  CapturedQuote,
  Company,
  Listing,
  Picture,
  PublishedArticle,
  Translation,
} from './article';

/** What the database has of a file. */
export interface FileRow {
  url: string;
  width: number | null;
  height: number | null;
  mime: string;
  alternativeText: string | null;
}

interface CompanyRow extends Omit<Company, 'logo'> {
  logo?: FileRow | null;
}

interface TickerRow extends Omit<Listing, 'company'> {
  company?: { documentId: string } | null;
}

type SnapshotRow = { [Name in keyof CapturedQuote]: Name extends 'quotedAt' ? Date | string : unknown } & {
  state: string;
};

/** A published row of an article with its populated relations. A relation that the reader may not see is absent. */
export interface ArticleRow {
  id: number;
  documentId: string;
  locale: string | null;
  slug: string | null;
  title: string;
  summary: string | null;
  kind: ArticleKind | null;
  byline: string | null;
  publishedAt: Date | string | number;
  firstPublishedAt: Date | string | number | null;
  correctedAt: Date | string | number | null;
  retractedAt: Date | string | number | null;
  corrections: unknown;
  coverCaption: string | null;
  coverCredit: string | null;
  body?: unknown;
  cover?: FileRow | null;
  tickers?: TickerRow[];
  companies?: CompanyRow[];
  appliedDisclaimers?: { text: string | null }[];
  quoteSnapshots?: SnapshotRow[];
}

const isoTime = (time: Date | string | number): string => new Date(time).toISOString();

const isoOrNull = (time: Date | string | number | null): string | null =>
  time === null ? null : isoTime(time);

const toPicture = (site: Site, file: FileRow | null | undefined): Picture | null =>
  file
    ? {
        url: new URL(file.url, site.serverUrl).href,
        width: file.width,
        height: file.height,
        mime: file.mime,
        alternativeText: file.alternativeText,
      }
    : null;

const toListing = ({ company, ...ticker }: TickerRow): Listing => ({
  symbol: ticker.symbol,
  mic: ticker.mic,
  exchange: ticker.exchange,
  name: ticker.name,
  isin: ticker.isin,
  company: company?.documentId ?? null,
});

const toCompany = (site: Site, row: CompanyRow): Company => ({
  documentId: row.documentId,
  name: row.name,
  slug: row.slug,
  legalName: row.legalName,
  lei: row.lei,
  website: row.website,
  logo: toPicture(site, row.logo),
});

const toQuotes = (rows: readonly SnapshotRow[]): CapturedQuote[] =>
  rows.flatMap(({ state, ...row }) => {
    if (state !== 'captured' || typeof row.price !== 'number' || !row.quotedAt) return [];
    return [{ ...row, quotedAt: isoTime(row.quotedAt) } as CapturedQuote];
  });

const latest = (times: readonly (string | null)[]): string | undefined =>
  times
    .filter((time) => time !== null)
    .sort()
    .at(-1);

/** Facts about an article that are not in its row. */
export interface Surroundings {
  site: Site;
  /** When the article was first published in this locale, for articles from before `firstPublishedAt` existed. */
  firstPublishedAt: Date | undefined;
  translations: Translation[];
}

/** Turns a database row into the article of the formats. */
export const toPublishedArticle = (
  row: ArticleRow,
  { site, firstPublishedAt, translations }: Surroundings,
): PublishedArticle => {
  const publishedAt = isoTime(row.publishedAt);
  const first = isoOrNull(row.firstPublishedAt) ?? firstPublishedAt?.toISOString() ?? publishedAt;
  const retractedAt = isoOrNull(row.retractedAt);
  return {
    documentId: row.documentId,
    locale: row.locale ?? '',
    slug: row.slug ?? row.documentId,
    title: row.title,
    summary: row.summary?.trim() || null,
    kind: row.kind ?? 'news',
    byline: row.byline?.trim() || null,
    // The first time is from the database's clock and the latest from a node's, so they may be out of order. The earlier one is
    // used.
    firstPublishedAt: first < publishedAt ? first : publishedAt,
    publishedAt,
    updatedAt: latest([publishedAt, isoOrNull(row.correctedAt), retractedAt]) ?? publishedAt,
    retractedAt,
    cover: toPicture(site, row.cover),
    coverCaption: row.coverCaption,
    coverCredit: row.coverCredit,
    listings: (row.tickers ?? []).map(toListing),
    companies: (row.companies ?? []).map((company) => toCompany(site, company)),
    disclaimers: (row.appliedDisclaimers ?? []).flatMap(({ text }) => text ?? []),
    quotes: toQuotes(row.quoteSnapshots ?? []),
    corrections: readCorrections(row.corrections),
    translations,
  };
};
