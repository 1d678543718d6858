import type { ArticleCard, ListAnswer } from './answers';
import type { PageRequest } from './page-request';

/** Which articles a list shows, newest first. */
export interface ArticleChoice {
  kind?: string | undefined;
  /** The sector of the companies that an article is about. */
  sector?: string | undefined;
  /** documentIds of companies: articles about one of them. */
  companies?: readonly string[];
  /** The documentId of a ticker. */
  ticker?: string;
  /** The documentId of an article that the list leaves out. */
  without?: string;
}

interface Filter {
  /** The path of the filter on the article, as `['companies', 'sector']`. */
  path: readonly string[];
  operator: 'eq' | 'ne' | 'in';
  value: string | readonly string[];
}

const filtersOf = ({ kind, sector, companies, ticker, without }: ArticleChoice): Filter[] => [
  ...(kind ? [{ path: ['kind'], operator: 'eq' as const, value: kind }] : []),
  ...(sector ? [{ path: ['companies', 'sector'], operator: 'eq' as const, value: sector }] : []),
  ...(companies ? [{ path: ['companies', 'documentId'], operator: 'in' as const, value: companies }] : []),
  ...(ticker ? [{ path: ['tickers', 'documentId'], operator: 'eq' as const, value: ticker }] : []),
  ...(without ? [{ path: ['documentId'], operator: 'ne' as const, value: without }] : []),
];

const restFilter = ({ path, operator, value }: Filter): string => {
  const name = `filters[${path.join('][')}][$${operator}]`;
  return [value]
    .flat()
    .map((one, index) => `&${name}${operator === 'in' ? `[${index}]` : ''}=${encodeURIComponent(one)}`)
    .join('');
};

const graphqlFilter = ({ path, operator, value }: Filter): string =>
  path.reduceRight((inner, name) => `{ ${name}: ${inner} }`, `{ ${operator}: ${JSON.stringify(value)} }`);

const SNAPSHOT_FIELDS = [
  'instrument',
  'symbol',
  'mic',
  'price',
  'change',
  'changePercent',
  'currency',
  'priceDecimals',
  'state',
];
const CARD_FIELDS = ['title', 'slug', 'summary', 'kind', 'byline', 'publishedAt'];
const COVER_FIELDS = ['url', 'alternativeText', 'width', 'height', 'formats'];
const COMPANY_FIELDS = ['name', 'slug', 'sector'];

/** A page of a list of articles, as an address of the REST API. */
export const articlesAddress = (
  { locale, hasQuotes }: Pick<PageRequest, 'locale' | 'hasQuotes'>,
  choice: ArticleChoice,
  page: number,
  pageSize: number,
): string =>
  [
    `/api/articles?locale=${encodeURIComponent(locale)}&sort=publishedAt:desc&fields=${CARD_FIELDS.join(',')}`,
    `&populate[cover][fields]=${COVER_FIELDS.join(',')}&populate[companies][fields]=${COMPANY_FIELDS.join(',')}`,
    hasQuotes ? `&populate[quoteSnapshots][fields]=${SNAPSHOT_FIELDS.join(',')}` : '',
    ...filtersOf(choice).map(restFilter),
    `&pagination[page]=${page}&pagination[pageSize]=${pageSize}`,
  ].join('');

/** The same list in GraphQL, as a field of a query. @param alias the name of the list in the answer */
export const articlesField = (
  { locale, hasQuotes }: Pick<PageRequest, 'locale' | 'hasQuotes'>,
  choice: ArticleChoice,
  page: number,
  pageSize: number,
  alias = 'articles',
): string => {
  const filters = filtersOf(choice).map(graphqlFilter);
  const filter = filters.length > 0 ? `filters: { and: [${filters.join(', ')}] }, ` : '';
  return [
    `${alias === 'articles' ? '' : `${alias}: `}articles(locale: ${JSON.stringify(locale)}, sort: "publishedAt:desc", ${filter}pagination: { page: ${page}, pageSize: ${pageSize} }) {`,
    `  documentId ${CARD_FIELDS.join(' ')}`,
    `  cover { ${COVER_FIELDS.join(' ')} }`,
    `  companies { documentId ${COMPANY_FIELDS.join(' ')} }`,
    ...(hasQuotes ? [`  quoteSnapshots { ${SNAPSHOT_FIELDS.join(' ')} }`] : []),
    '}',
  ].join('\n');
};

/** Reads a page of a list of articles. */
export const readArticles = (
  request: PageRequest,
  choice: ArticleChoice,
  page: number,
  pageSize: number,
): Promise<ListAnswer<ArticleCard>> => request.api.get(articlesAddress(request, choice, page, pageSize));
