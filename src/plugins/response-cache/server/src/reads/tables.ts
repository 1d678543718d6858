/** The known tables of the database. All names except the schema's are in lower case. */
export interface Tables {
  /** The database schema that they are in, as the database has it: `News` is another schema than `news`. A statement may name it. */
  schema: string;
  /** Tables whose writes are noticed, so answers may depend on them. */
  watched: ReadonlySet<string>;
  /** Views, and tables whose writes are not noticed. An answer that read one is not stored. */
  unwatched: ReadonlySet<string>;
  /** Functions that may read or return anything. */
  functions: ReadonlySet<string>;
  /** Tables of types with drafts. An answer is stored only if it read published rows alone. */
  withDrafts: ReadonlySet<string>;
  /** Columns that change in the background, by table. */
  ignoredColumns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tables that change in the background. */
  ignoredTables: ReadonlySet<string>;
}
