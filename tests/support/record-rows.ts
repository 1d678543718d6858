import { ARTICLE, SNAPSHOT } from './articles';
import type { Newsroom } from './newsroom';

const ROWS_A_STATEMENT = 100;

/** Rows that {@link insertRecordRows} adds: how they differ from each other does not matter to a test. */
export interface RecordRows {
  /** Of the article that they belong to, in English. */
  documentId: string;
  count: number;
  /** Each row's instrument is `<mic>:<symbol><number>`, which {@link deleteRecordRows} finds them by. */
  symbol: string;
  state: 'captured' | 'unavailable';
  /** All of them are of one publication. */
  publishedAt: Date;
}

/** Adds current rows to the record past Strapi, as those of an article that names many listings. */
export const insertRecordRows = async (
  { strapi }: Newsroom,
  { documentId, count, symbol, state, publishedAt }: RecordRows,
): Promise<void> => {
  const now = new Date();
  const rows = Array.from({ length: count }, (_, index) => ({
    document_id: `${symbol.toLowerCase()}${index}`,
    instrument: `XNAS:${symbol}${index}`,
    symbol: `${symbol}${index}`,
    mic: 'XNAS',
    state,
    related_type: ARTICLE,
    related_document_id: documentId,
    related_locale: 'en',
    related_key: `${documentId}:en`,
    related_published_at: publishedAt,
    current: true,
    position: index,
    // Nobody is to be told of them.
    announced_at: now,
    created_at: now,
    updated_at: now,
    published_at: now,
  }));
  const table = strapi.db.metadata.get(SNAPSHOT).tableName;
  for (let start = 0; start < count; start += ROWS_A_STATEMENT)
    await strapi.db.connection(table).insert(rows.slice(start, start + ROWS_A_STATEMENT));
};

/** Takes away what {@link insertRecordRows} added under this symbol. */
export const deleteRecordRows = async ({ strapi }: Newsroom, symbol: string): Promise<void> => {
  const table = strapi.db.metadata.get(SNAPSHOT).tableName;
  await strapi.db.connection(table).where('document_id', 'like', `${symbol.toLowerCase()}%`).delete();
};
