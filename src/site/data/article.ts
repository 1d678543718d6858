import type { QuoteBox, SincePublication } from '../../article/article';
import type { ArticleCard, FullArticle, ListAnswer } from './answers';
import { articlesField, readArticles, type ArticleChoice } from './article-lists';
import { liveQuotesField, readLiveQuotes } from './live-quotes';
import type { PageRequest } from './page-request';
import { readSince } from './since';

export interface ArticleData {
  article: FullArticle;
  /** What has become of each price since publication, by instrument. */
  since: ReadonlyMap<string, SincePublication>;
  /** Other articles about the same companies; if there are none, the latest of all. */
  more: { isRelated: boolean; articles: ArticleCard[] };
  strip: QuoteBox | undefined;
  graphql: string;
}

const MORE_SIZE = 6;

const PICTURE_FIELDS = ['url', 'alternativeText', 'width', 'height', 'formats'];
const SNAPSHOT_FIELDS = [
  ...['instrument', 'symbol', 'mic', 'exchange', 'name', 'price', 'change', 'changePercent', 'currency'],
  ...['priceDecimals', 'state', 'reason', 'quotedAt', 'delayMinutes', 'lateMinutes', 'attribution'],
];
const OWN_FIELDS = [
  ...['title', 'slug', 'summary', 'body', 'kind', 'byline', 'coverCaption', 'coverCredit', 'locale'],
  ...['publishedAt', 'updatedAt', 'firstPublishedAt', 'correctedAt', 'corrections', 'retractedAt'],
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
      ? [
          `  quoteSnapshots(pagination: { pageSize: 100 }) { ${SNAPSHOT_FIELDS.join(' ')} since { now { price quotedAt delayMinutes attribution } change changePercent reason } }`,
        ]
      : []),
    '  appliedDisclaimers { text language }',
    '  localizations { slug locale }',
    '}',
  ].join('\n');

/** Reads other articles about the companies of an article. @returns also the choices that were used */
const readMore = async (
  { documentId, companies }: FullArticle,
  request: PageRequest,
): Promise<ArticleData['more'] & { choices: ArticleChoice[] }> => {
  const all = { without: documentId };
  const choice = { companies: companies.map((company) => company.documentId), ...all };
  const related = companies.length > 0 ? await readArticles(request, choice, 1, MORE_SIZE) : undefined;
  if (related && related.data.length > 0)
    return { isRelated: true, articles: related.data, choices: [choice] };
  const latest = await readArticles(request, all, 1, MORE_SIZE);
  return { isRelated: false, articles: latest.data, choices: related ? [choice, all] : [all] };
};

/** Reads the page of an article. @returns undefined if no article with this slug is published in the locale */
export const readArticlePage = async (
  slug: string,
  request: PageRequest,
): Promise<ArticleData | undefined> => {
  const {
    data: [article],
  } = await request.api.get<ListAnswer<FullArticle>>(articleAddress(slug, request));
  if (!article) return undefined;
  const { documentId, quoteSnapshots: snapshots = [] } = article;
  const [since, strip, more] = await Promise.all([
    readSince(request, documentId, snapshots),
    readLiveQuotes(request),
    readMore(article, request),
  ]);
  const graphql = [
    articleField(slug, request),
    ...more.choices.map((choice, index) =>
      articlesField(request, choice, 1, MORE_SIZE, index === 0 ? 'more' : 'latest'),
    ),
    ...(request.hasQuotes ? [liveQuotesField()] : []),
  ].join('\n');
  return { article, since, strip, more, graphql };
};

/** The other locales in which an article with this slug is published. */
export const readOtherLocales = async (
  slug: string,
  { api }: PageRequest,
): Promise<{ title: string; slug: string; locale: string }[]> => {
  const { data } = await api.get<ListAnswer<{ title: string; slug: string; locale: string }>>(
    `/api/articles?locale=*&filters[slug][$eq]=${encodeURIComponent(slug)}&fields=title,slug,locale&pagination[pageSize]=10`,
  );
  return data;
};
