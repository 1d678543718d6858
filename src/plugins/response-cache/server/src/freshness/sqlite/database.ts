/** As much of a prepared statement of better-sqlite3 as is needed here. */
export interface SqliteStatement {
  /** The first column alone. */
  pluck(): { get(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] };
  all(...values: unknown[]): unknown[];
}

/** As much of a database of better-sqlite3 as is needed here. */
export interface Sqlite {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  close(): void;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
