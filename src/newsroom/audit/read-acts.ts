import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { readJson } from '../database/stored-values';
import { ARTICLE_ACT } from '../type-names';

/** A line of the list of acts, as it is read. */
export interface RecordedAct {
  /** ISO 8601, by the database's clock. */
  at: string;
  act: string;
  by: string;
  reason: string | null;
  before: unknown;
  after: unknown;
}

interface Row {
  at: unknown;
  act: string;
  by: string;
  reason: string | null;
  before: unknown;
  after: unknown;
}

/** What was done to an article in one locale, in the order in which it was done. */
export const readActs = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<RecordedAct[]> => {
  const { tableName } = strapi.db.metadata.get(ARTICLE_ACT);
  const rows = await readRows<Row>(strapi, tableName, (acts) =>
    acts
      .select('at', 'act', 'by', 'reason', 'before', 'after')
      .where({ article_document_id: documentId, article_locale: locale })
      .orderBy('id'),
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at as number).toISOString(),
    before: readJson(row.before),
    after: readJson(row.after),
  }));
};
