/** The part of a prepared statement of better-sqlite3 that is needed here. */
export interface SqliteStatement {
  /** Returns the first column only. */
  pluck(): { get(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] };
  all(...values: unknown[]): unknown[];
}

/** The part of a better-sqlite3 database that is needed here. */
export interface Sqlite {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  close(): void;
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
