import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { readTime } from '../database/stored-values';
import { ARTICLE_PUBLICATION } from '../type-names';
import type { ArticlePlace, RecordReader } from './record-reader';

/** A publication as the list shows it. */
export interface PublicationLine {
  id: number;
  at: string;
  by: string | null;
  /** The kind of actor that published it; null if unknown. */
  byKind: string | null;
  change: string;
  note: string | null;
  retractedAt: string | null;
  /** The names of the parts that are null because the caller may not read them. */
  withheld: string[];
}

/** Some publications of an article, newest first. */
export interface PublicationPage {
  lines: PublicationLine[];
  /** Whether there are older publications. */
  more: boolean;
  /** The first publication, with which others are most often compared; null if there is none. */
  first: PublicationLine | null;
}

export interface LineRow {
  id: number | string;
  at: unknown;
  by: string | null;
  by_kind: string | null;
  change: string;
  note: string | null;
  retracted_at: unknown;
}

/** The most publications in one answer. */
const PAGE_SIZE = 50;

const LINE = ['id', 'at', 'by', 'by_kind', 'change', 'note', 'retracted_at'];

/** Kinds of change whose note readers see among the article's corrections. Other notes are for the newsroom only. */
const TOLD_TO_READERS: ReadonlySet<string> = new Set(['correction', 'retraction']);

/** A row of the record, reduced to what the caller may read. */
export const toLine = (row: LineRow, { mayRead }: RecordReader): PublicationLine => {
  const mayReadNote = mayRead('changeNote') || (TOLD_TO_READERS.has(row.change) && mayRead('corrections'));
  return {
    id: Number(row.id),
    at: new Date(row.at as number).toISOString(),
    by: row.by,
    byKind: row.by_kind,
    change: row.change,
    note: mayReadNote ? row.note : null,
    retractedAt: readTime(row.retracted_at)?.toISOString() ?? null,
    withheld: row.note !== null && !mayReadNote ? ['note'] : [],
  };
};

/** The table of the record. */
export const recordTable = (strapi: Core.Strapi): string =>
  strapi.db.metadata.get(ARTICLE_PUBLICATION).tableName;

/**
 * Publications of an article in one locale, reduced to what the caller may read.
 *
 * @param before the id of a line; only older ones are answered
 */
export const readPublicationPage = async (
  strapi: Core.Strapi,
  reader: RecordReader,
  { documentId, locale }: ArticlePlace,
  before?: number,
): Promise<PublicationPage> => {
  const read = (order: 'asc' | 'desc', limit: number, olderThan?: number) =>
    readRows<LineRow>(strapi, recordTable(strapi), (publications) => {
      const found = publications
        .select(LINE)
        .where({ article_document_id: documentId, article_locale: locale })
        .orderBy('id', order)
        .limit(limit);
      return olderThan === undefined ? found : found.where('id', '<', olderThan);
    });
  // One more than is shown is read, to know whether there are more.
  const rows = await read('desc', PAGE_SIZE + 1, before);
  const [first] = await read('asc', 1);
  return {
    lines: rows.slice(0, PAGE_SIZE).map((row) => toLine(row, reader)),
    more: rows.length > PAGE_SIZE,
    first: first ? toLine(first, reader) : null,
  };
};
