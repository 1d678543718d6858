/** What is known of the database's tables; all names in lower case. */
export interface Tables {
  /** The database's schema that they are in, by which a statement may name them. */
  schema: string;
  /** Tables whose writes are noticed, so that answers may depend on them. */
  watched: ReadonlySet<string>;
  /** Views, and tables whose writes are not noticed: an answer that read one is not stored. */
  unwatched: ReadonlySet<string>;
  /** Functions that may read or give anything. */
  functions: ReadonlySet<string>;
  /** Tables of types with drafts: only published rows may be in an answer that is stored. */
  withDrafts: ReadonlySet<string>;
  /** Columns that change in the background, by table. */
  ignoredColumns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tables that change in the background. */
  ignoredTables: ReadonlySet<string>;
}
