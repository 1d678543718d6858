import type { Core } from '@strapi/strapi';

/**
 * The table that says which articles were ever published, in which locale, and in which order their last changes committed.
 * One row a document and locale. Triggers on the table of articles write it, so that no road to publication is missed.
 */
export const PUBLICATIONS_TABLE = 'newsroom_publications';

/** A row of it. */
export interface PublicationRow {
  id: number;
  document_id: string;
  locale: string;
  /**
   * Where the last change stands in the order of changes. On PostgreSQL it is the id of the transaction, on SQLite, which has
   * one writer at a time, a number that grows.
   */
  position: string | number;
  /** Milliseconds since 1970, by the database's clock: when it was first published, and last changed. */
  first_published_at: string | number;
  changed_at: string | number;
}

/** The table with its schema, for statements of knex. */
export const publicationsTable = (strapi: Core.Strapi): string => {
  const schema = strapi.db.getSchemaName();
  return schema ? `${schema}.${PUBLICATIONS_TABLE}` : PUBLICATIONS_TABLE;
};
