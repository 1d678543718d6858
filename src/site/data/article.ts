import type { QuoteBox, SincePublication } from '../../article/article';
import type { ArticleCard, FullArticle, ListAnswer } from './answers';
import { articlesField, readArticles } from './article-lists';
import { liveQuotesField, readLiveQuotes } from './live-quotes';
import type { PageRequest } from './page-request';
import { readSince } from './since';

export interface ArticleData {
  article: FullArticle;
  /** By instrument. */
  since: ReadonlyMap<string, SincePublication>;
  /** Other articles about its companies. */
  related: ArticleCard[];
  strip: QuoteBox | undefined;
  graphql: string;
}

const RELATED_SIZE = 6;

const PICTURE_FIELDS = ['url', 'alternativeText', 'width', 'height', 'formats'];
const SNAPSHOT_FIELDS = [
  ...['instrument', 'symbol', 'mic', 'exchange', 'name', 'price', 'change', 'changePercent', 'currency'],
  ...['priceDecimals', 'state', 'reason', 'quotedAt', 'delayMinutes', 'lateMinutes', 'attribution'],
];
const OWN_FIELDS = [
  ...['title', 'slug', 'summary', 'body', 'kind', 'byline', 'coverCaption', 'coverCredit', 'locale'],
  ...['publishedAt', 'updatedAt'],
];

const articleAddress = (slug: string, { locale, hasQuotes }: PageRequest): string =>
  [
    `/api/articles?locale=${encodeURIComponent(locale)}&filters[slug][$eq]=${encodeURIComponent(slug)}`,
    `&populate[cover][fields]=${PICTURE_FIELDS.join(',')}`,
    '&populate[companies][fields]=name,slug,sector',
    `&populate[companies][populate][logo][fields]=${PICTURE_FIELDS.join(',')}`,
    '&populate[tickers][fields]=symbol,mic,exchange,name',
    hasQuotes ? `&populate[quoteSnapshots][fields]=${SNAPSHOT_FIELDS.join(',')}` : '',
    '&populate[appliedDisclaimers][fields]=text,language',
    '&populate[localizations][fields]=slug,locale',
    '&pagination[pageSize]=1',
  ].join('');

const articleField = (slug: string, { locale, hasQuotes }: PageRequest): string =>
  [
    `articles(locale: ${JSON.stringify(locale)}, filters: { slug: { eq: ${JSON.stringify(slug)} } }, pagination: { pageSize: 1 }) {`,
    `  documentId ${OWN_FIELDS.join(' ')}`,
    `  cover { ${PICTURE_FIELDS.join(' ')} }`,
    `  companies { documentId name slug sector logo { ${PICTURE_FIELDS.join(' ')} } }`,
    '  tickers { documentId symbol mic exchange name }',
    ...(hasQuotes
      ? [`  quoteSnapshots(pagination: { pageSize: 100 }) { ${SNAPSHOT_FIELDS.join(' ')} }`]
      : []),
    '  appliedDisclaimers { text language }',
    '  localizations { slug locale }',
    '}',
  ].join('\n');

/** Reads the page of an article. @returns undefined where none of this slug is published in the locale */
export const readArticlePage = async (
  slug: string,
  request: PageRequest,
): Promise<ArticleData | undefined> => {
  const {
    data: [article],
  } = await request.api.get<ListAnswer<FullArticle>>(articleAddress(slug, request));
  if (!article) return undefined;
  const { documentId, quoteSnapshots: snapshots = [] } = article;
  const companies = article.companies.map((company) => company.documentId);
  const choice = { companies, without: documentId };
  const [since, strip, related] = await Promise.all([
    readSince(request, documentId, snapshots),
    readLiveQuotes(request),
    companies.length > 0 ? readArticles(request, choice, 1, RELATED_SIZE) : undefined,
  ]);
  const graphql = [
    articleField(slug, request),
    ...(related ? [articlesField(request, choice, 1, RELATED_SIZE, 'related')] : []),
    ...(request.hasQuotes ? [liveQuotesField()] : []),
  ].join('\n');
  return { article, since, strip, related: related?.data ?? [], graphql };
};

/** The other locales in which an article of this slug is published. */
export const readOtherLocales = async (
  slug: string,
  { api }: PageRequest,
): Promise<{ title: string; slug: string; locale: string }[]> => {
  const { data } = await api.get<ListAnswer<{ title: string; slug: string; locale: string }>>(
    `/api/articles?locale=*&filters[slug][$eq]=${encodeURIComponent(slug)}&fields=title,slug,locale&pagination[pageSize]=10`,
  );
  return data;
};
