import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { quotesPlugin, READ_QUOTES } from '../quotes-plugin';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE, ARTICLE_PUBLICATION, SNAPSHOT } from '../type-names';

/** The most publications in one answer. */
const MOST_SHOWN = 20;
/**
 * Rows of the record that are read at once. Some may be hidden from the caller, and an article that was published twice is one
 * line.
 */
const ROWS_PER_READ = 300;
/** The most reads for one answer. So only the newest 21,000 publications are searched. */
const MOST_READS = 70;

const COUNTED = ['captured', 'pending', 'unavailable'] as const;
type Quotes = Record<(typeof COUNTED)[number], number>;

/** The last publication of an article in one locale since an instant. */
export interface RecentPublication {
  documentId: string;
  locale: string;
  /** Null if the caller may not read the headline. */
  title: string | null;
  at: string;
  by: string | null;
  byKind: string | null;
  change: string;
  /** The number of its current quotes in each state; null if the caller may not see quotes. */
  quotes: Quotes | null;
}

interface Row {
  id: number;
  article_document_id: string;
  article_locale: string;
  at: unknown;
  by: string | null;
  by_kind: string | null;
  change: string;
}

interface Ability {
  can(action: string): boolean;
}

const keyOf = (documentId: string, locale: string): string => `${documentId} ${locale}`;

/** Rows of the record, newest first, by primary key, so that no index on the time is needed however large the record is. */
const readRowsBefore = async (strapi: Core.Strapi, before: number | undefined): Promise<Row[]> =>
  readRows<Row>(strapi, strapi.db.metadata.get(ARTICLE_PUBLICATION).tableName, (publications) => {
    const newest = publications
      .select('id', 'article_document_id', 'article_locale', 'at', 'by', 'by_kind', 'change')
      .orderBy('id', 'desc')
      .limit(ROWS_PER_READ);
    return before === undefined ? newest : newest.where('id', '<', before);
  });

/** The headlines of published articles that the caller may read, by document and locale. */
const readableTitles = async (
  strapi: Core.Strapi,
  ability: unknown,
  rows: readonly Row[],
): Promise<Map<string, string | null>> => {
  const titles = new Map<string, string | null>();
  const may = permissionChecker(strapi, ability, ARTICLE);
  if (may.cannot.read()) return titles;
  for (const locale of new Set(rows.map((row) => row.article_locale))) {
    const documentIds = rows.flatMap((row) => (row.article_locale === locale ? row.article_document_id : []));
    const query = await may.sanitizedQuery.read({ filters: { documentId: { $in: documentIds } } });
    const found = await strapi.documents(ARTICLE).findMany({
      ...query,
      fields: ['documentId', 'title', 'locale'],
      // Strapi's conditions need the creator and the creator's roles. Without them a reporter could not read their own headline.
      populate: { createdBy: { populate: ['roles'] } } as never,
      locale,
      status: 'published',
      limit: documentIds.length,
    });
    for (const article of found) {
      const title = may.can.read(article, 'title') ? (article.title ?? null) : null;
      titles.set(keyOf(article.documentId, locale), title);
    }
  }
  return titles;
};

interface CountRow {
  related_document_id: string;
  related_locale: string;
  state: string;
  count: number | string;
}

const countQuotes = async (strapi: Core.Strapi, documentIds: readonly string[]) => {
  const counts = new Map<string, Quotes>();
  const rows = await readRows<CountRow>(strapi, strapi.db.metadata.get(SNAPSHOT).tableName, (snapshots) =>
    snapshots
      .select('related_document_id', 'related_locale', 'state')
      .count('* as count')
      .where({ related_type: ARTICLE, current: true })
      .whereIn('related_document_id', [...documentIds])
      .groupBy('related_document_id', 'related_locale', 'state'),
  );
  for (const row of rows) {
    const key = keyOf(row.related_document_id, row.related_locale);
    const quotes = counts.get(key) ?? { captured: 0, pending: 0, unavailable: 0 };
    const state = COUNTED.find((one) => one === row.state);
    if (state) counts.set(key, { ...quotes, [state]: Number(row.count) });
  }
  return counts;
};

interface Readable {
  row: Row;
  title: string | null;
}

/** The newest publications since an instant that the caller may read, and one more than are shown if there are more. */
const readReadable = async (
  strapi: Core.Strapi,
  ability: unknown,
  since: Date,
): Promise<{ found: Readable[]; isComplete: boolean }> => {
  const found: Readable[] = [];
  const seen = new Set<string>();
  if (permissionChecker(strapi, ability, ARTICLE).cannot.read()) return { found, isComplete: true };
  let before: number | undefined;
  for (let read = 0; read < MOST_READS && found.length <= MOST_SHOWN; read += 1) {
    const rows = await readRowsBefore(strapi, before);
    const recent = rows.filter(({ at }) => new Date(at as number) >= since);
    const fresh = recent.filter((row) => {
      const key = keyOf(row.article_document_id, row.article_locale);
      return !seen.has(key) && seen.add(key);
    });
    const titles = await readableTitles(strapi, ability, fresh);
    for (const row of fresh) {
      const title = titles.get(keyOf(row.article_document_id, row.article_locale));
      if (title !== undefined) found.push({ row, title });
    }
    if (rows.length < ROWS_PER_READ || recent.length === 0) return { found, isComplete: true };
    before = rows.at(-1)?.id;
  }
  return { found, isComplete: false };
};

/**
 * The publications since an instant that the caller may read, newest first, with one line for each article and locale.
 *
 * @param ability as Strapi stores it in `ctx.state`
 * @returns `more` is true if there are, or may be, others that are not in the list
 */
export const publicationsSince = async (
  strapi: Core.Strapi,
  ability: unknown,
  since: Date,
): Promise<{ publications: RecentPublication[]; more: boolean }> => {
  const { found, isComplete } = await readReadable(strapi, ability, since);
  const shown = found.slice(0, MOST_SHOWN);
  const seesQuotes = Boolean(quotesPlugin(strapi)) && (ability as Ability).can(READ_QUOTES);
  const counts = seesQuotes
    ? await countQuotes(
        strapi,
        shown.map(({ row }) => row.article_document_id),
      )
    : undefined;
  return {
    publications: shown.map(({ row, title }) => ({
      documentId: row.article_document_id,
      locale: row.article_locale,
      title,
      at: new Date(row.at as number).toISOString(),
      by: row.by,
      byKind: row.by_kind,
      change: row.change,
      quotes: counts
        ? (counts.get(keyOf(row.article_document_id, row.article_locale)) ?? {
            captured: 0,
            pending: 0,
            unavailable: 0,
          })
        : null,
    })),
    more: found.length > shown.length || !isComplete,
  };
};
