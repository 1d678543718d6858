import type { QuoteBox } from '../../article/article';
import type { ArticleCard, ListAnswer } from './answers';
import { articlesField, readArticles, type ArticleChoice } from './article-lists';
import { liveQuotesField, readLiveQuotes } from './live-quotes';
import { pageOf, textOf, type PageRequest } from './page-request';

/** The kinds of articles. The front page has no section for the first one, because most of its latest articles are of that kind. */
export const KINDS = ['news', 'analysis', 'opinion', 'press-release'] as const;

const LATEST_SIZE = 20;
const SECTION_SIZE = 4;

/** A section of the front page: the latest articles of a kind. */
export interface Section {
  kind: string;
  articles: ArticleCard[];
}

export interface FrontData {
  /** The filter of the list, from the address. */
  choice: Pick<ArticleChoice, 'kind' | 'sector'>;
  list: ListAnswer<ArticleCard>;
  /** Only on the first page without a filter. */
  sections: Section[];
  strip: QuoteBox | undefined;
  graphql: string;
}

/** Reads the front page, or a page of its list. @returns undefined if there is no such page */
export const readFront = async (request: PageRequest): Promise<FrontData | undefined> => {
  const { query } = request;
  const page = pageOf(query);
  const choice = { kind: textOf(query, 'kind'), sector: textOf(query, 'sector') };
  if (page === undefined || (choice.kind && !KINDS.some((kind) => kind === choice.kind))) return undefined;
  const isFront = page === 1 && !choice.kind && !choice.sector;
  const kinds = isFront ? KINDS.slice(1) : [];
  const [list, strip, ...lists] = await Promise.all([
    readArticles(request, choice, page, LATEST_SIZE),
    readLiveQuotes(request),
    ...kinds.map((kind) => readArticles(request, { kind }, 1, SECTION_SIZE)),
  ]);
  if (page > 1 && list.data.length === 0) return undefined;
  const sections = kinds.map((kind, index) => ({ kind, articles: lists[index]?.data ?? [] }));
  const graphql = [
    articlesField(request, choice, page, LATEST_SIZE),
    ...kinds.map((kind) => articlesField(request, { kind }, 1, SECTION_SIZE, kind.replace('-', '_'))),
    ...(request.hasQuotes ? [liveQuotesField()] : []),
  ].join('\n');
  return { choice, list, strip, sections: sections.filter(({ articles }) => articles.length > 0), graphql };
};
