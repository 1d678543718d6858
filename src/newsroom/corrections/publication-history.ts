import type { Core } from '@strapi/strapi';
import { databaseTimeSql, readDatabaseTime } from '../clock/database-time';
import { readRows } from '../database/read-rows';
import { readJson, readTime } from '../database/stored-values';
import { ARTICLE, ARTICLE_PUBLICATION } from '../type-names';
import { readCorrections, type Correction } from '../text/corrections';

/** The last publication, with what the next one must know of it. */
export interface LastPublication {
  textHash: string;
  at: Date;
  /** What it was, and what was said of it. */
  change: string;
  note: string | null;
  firstPublishedAt: Date;
  /** When it was first published, by the database's clock; by a node's clock if it was published before the record existed. */
  firstRecordedAt: Date;
  /** When this was read, by the database's clock. */
  readAt: Date;
  correctedAt: Date | null;
  corrections: Correction[];
  retractedAt: Date | null;
}

/** The state that the publications of an article in one locale have left. */
export interface History {
  /** Undefined if it was never published, or published before the record existed. */
  last: LastPublication | undefined;
  /** Whether it is published now. */
  isPublished: boolean;
  /** The change that its draft declares for the next publication. */
  changeKind: string | null;
  changeNote: string | null;
}

/** Whether readers have had the article. What is declared before that is no change of anything. */
export const wasShown = ({ last, isPublished }: History): boolean => last !== undefined || isPublished;

interface Row {
  locale: string;
  change_kind: string | null;
  change_note: string | null;
  is_published: boolean | number;
  text_hash: string | null;
  at: unknown;
  change: string;
  note: string | null;
  first_published_at: unknown;
  first_recorded_at: unknown;
  now: unknown;
  corrected_at: unknown;
  corrections: unknown;
  retracted_at: unknown;
}

const toLast = (strapi: Core.Strapi, row: Row): LastPublication | undefined =>
  row.text_hash === null
    ? undefined
    : {
        textHash: row.text_hash,
        at: new Date(row.at as number),
        change: row.change,
        note: row.note,
        firstPublishedAt: new Date(row.first_published_at as number),
        firstRecordedAt: new Date(row.first_recorded_at as number),
        readAt: readDatabaseTime(strapi, row.now),
        correctedAt: readTime(row.corrected_at),
        corrections: readCorrections(readJson(row.corrections)),
        retractedAt: readTime(row.retracted_at),
      };

/**
 * The state that the publications of an article have left, for each locale with a draft. It is one statement, because every
 * publication waits for it.
 */
export const readHistory = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<ReadonlyMap<string, History>> => {
  const articles = strapi.db.metadata.get(ARTICLE).tableName;
  const publications = strapi.db.metadata.get(ARTICLE_PUBLICATION).tableName;
  const schema = strapi.db.getSchemaName();
  // Knex adds the schema to table names of its builders, but not in raw parts.
  const inSchema = (table: string): string => (schema ? `${schema}.${table}` : table);
  const { connection } = strapi.db;
  const lastId = connection.raw(
    '(select max(id) from ?? where article_document_id = draft.document_id and article_locale = draft.locale)',
    [inSchema(publications)],
  );
  // For an article that was published before the record existed, the row was added later, and it is not known who published it.
  const firstRecordedAt = connection.raw(
    `(select case when one."by" is null then one.first_published_at else one.created_at end from ?? as one
      where one.article_document_id = draft.document_id and one.article_locale = draft.locale
      order by one.id limit 1) as first_recorded_at`,
    [inSchema(publications)],
  );
  const isPublished = connection.raw(
    'exists (select 1 from ?? as shown where shown.document_id = draft.document_id and shown.locale = draft.locale and shown.published_at is not null) as is_published',
    [inSchema(articles)],
  );
  const rows = await readRows<Row>(strapi, articles, (query) =>
    query
      .from(`${articles} as draft`)
      .leftJoin(`${publications} as last`, (join) => join.on('last.id', '=', lastId))
      .select(
        ...['draft.locale', 'draft.change_kind', 'draft.change_note', 'last.text_hash', 'last.at'],
        ...['last.change', 'last.note'],
        ...['last.first_published_at', 'last.corrected_at', 'last.corrections', 'last.retracted_at'],
        ...[isPublished, firstRecordedAt, connection.raw(`${databaseTimeSql(strapi)} as now`)],
      )
      .where('draft.document_id', documentId)
      .whereNull('draft.published_at'),
  );
  return new Map(
    rows.map((row) => [
      row.locale,
      {
        last: toLast(strapi, row),
        isPublished: Boolean(row.is_published),
        changeKind: row.change_kind,
        changeNote: row.change_note,
      },
    ]),
  );
};
