import type { AppliedDisclaimer, ArticleContent, Picture, Snapshot } from '../../article/article';

/** A list of the content API. */
export interface ListAnswer<Entry> {
  data: Entry[];
  meta: { pagination: { page: number; pageCount: number; total: number } };
}

export interface CompanyCard {
  documentId: string;
  name: string;
  slug: string;
  sector: string | null;
}

export interface TickerCard {
  documentId: string;
  symbol: string;
  mic: string;
  exchange: string | null;
  name: string | null;
}

/** An article in a list. */
export interface ArticleCard {
  documentId: string;
  title: string;
  slug: string;
  summary: string | null;
  kind: string | null;
  byline: string | null;
  publishedAt: string;
  cover: Picture | null;
  companies: CompanyCard[];
  /** Absent if quotes are switched off. */
  quoteSnapshots?: Snapshot[];
}

/** An article on its page. */
export interface FullArticle extends ArticleContent {
  documentId: string;
  slug: string;
  locale: string;
  publishedAt: string;
  updatedAt: string;
  companies: (CompanyCard & { logo: Picture | null })[];
  tickers: TickerCard[];
  quoteSnapshots?: Snapshot[];
  appliedDisclaimers: AppliedDisclaimer[];
  localizations: { slug: string; locale: string }[];
}

export interface Company extends CompanyCard {
  locale: string;
  legalName: string | null;
  lei: string | null;
  website: string | null;
  country: string | null;
  description: string | null;
  logo: Picture | null;
  tickers: (TickerCard & { currency: string | null; listingStatus: string | null })[];
}

export interface Ticker extends TickerCard {
  currency: string | null;
  instrumentType: string | null;
  isin: string | null;
  figi: string | null;
  listingStatus: string | null;
  company: CompanyCard | null;
}
