import type { QuoteBox } from '../../article/article';
import type { ArticleCard, Company, ListAnswer } from './answers';
import { articlesField, readArticles } from './article-lists';
import { liveQuotesField, readLiveQuotes } from './live-quotes';
import { pageOf, type PageRequest } from './page-request';

export interface CompanyData {
  company: Company;
  /** Live quotes of its listings. */
  quotes: QuoteBox | undefined;
  articles: ListAnswer<ArticleCard>;
  strip: QuoteBox | undefined;
  graphql: string;
}

const LIST_SIZE = 15;

const FIELDS = ['name', 'slug', 'sector', 'legalName', 'lei', 'website', 'country', 'description', 'locale'];
const LOGO = ['url', 'alternativeText', 'width', 'height'];
const TICKER = ['symbol', 'mic', 'exchange', 'name', 'currency', 'listingStatus'];

/** Reads all locales, because a company without a translation is shown in its original language. */
const companyAddress = (slug: string): string =>
  [
    `/api/companies?locale=*&filters[slug][$eq]=${encodeURIComponent(slug)}&fields=${FIELDS.join(',')}`,
    `&populate[logo][fields]=${LOGO.join(',')}&populate[tickers][fields]=${TICKER.join(',')}`,
    '&pagination[pageSize]=20',
  ].join('');

const companyField = ({ slug, locale }: Company): string =>
  [
    `companies(locale: ${JSON.stringify(locale)}, filters: { slug: { eq: ${JSON.stringify(slug)} } }) {`,
    `  documentId ${FIELDS.join(' ')}`,
    `  logo { ${LOGO.join(' ')} }`,
    `  tickers { documentId ${TICKER.join(' ')} }`,
    '}',
  ].join('\n');

/** The version of an entry for a locale: its own, or the default locale's, or any other. */
export const inLocale = <Entry extends { locale: string }>(
  versions: readonly Entry[],
  { locale, locales }: Pick<PageRequest, 'locale' | 'locales'>,
): Entry | undefined =>
  versions.find((version) => version.locale === locale) ??
  versions.find((version) => version.locale === locales.default) ??
  versions[0];

/** Reads the page of a company. @returns undefined if there is no such company, or if its list of articles has no such page */
export const readCompanyPage = async (
  slug: string,
  request: PageRequest,
): Promise<CompanyData | undefined> => {
  const page = pageOf(request.query);
  if (page === undefined) return undefined;
  const versions = await request.api.get<ListAnswer<Company>>(companyAddress(slug));
  const company = inLocale(versions.data, request);
  if (!company) return undefined;
  const instruments = company.tickers.map(({ mic, symbol }) => `${mic}:${symbol}`);
  const choice = { companies: [company.documentId] };
  const [articles, quotes, strip] = await Promise.all([
    readArticles(request, choice, page, LIST_SIZE),
    readLiveQuotes(request, instruments),
    readLiveQuotes(request),
  ]);
  if (page > 1 && articles.data.length === 0) return undefined;
  const graphql = [
    companyField(company),
    articlesField(request, choice, page, LIST_SIZE),
    ...(quotes ? [liveQuotesField(instruments, 'listings')] : []),
    ...(request.hasQuotes ? [liveQuotesField()] : []),
  ].join('\n');
  return { company, articles, quotes, strip, graphql };
};
