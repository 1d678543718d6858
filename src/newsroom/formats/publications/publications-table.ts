import type { Core } from '@strapi/strapi';

/**
 * The table of all articles that were ever published, by locale, with the order in which their last changes committed. It has one
 * row for each document and locale. Triggers on the table of articles write it, so that no way to publish is missed.
 */
export const PUBLICATIONS_TABLE = 'newsroom_publications';

/** A row of it. */
export interface PublicationRow {
  id: number;
  document_id: string;
  locale: string;
  /**
   * The position of the last change in the order of changes. On PostgreSQL it is the transaction's id; on SQLite, which has one
   * writer at a time, it is a number that grows.
   */
  position: string | number;
  /** By the database's clock, in milliseconds since 1970: when it was first published, and when it last changed. */
  first_published_at: string | number;
  changed_at: string | number;
}

/** The table with its schema, for knex statements. */
export const publicationsTable = (strapi: Core.Strapi): string => {
  const schema = strapi.db.getSchemaName();
  return schema ? `${schema}.${PUBLICATIONS_TABLE}` : PUBLICATIONS_TABLE;
};
