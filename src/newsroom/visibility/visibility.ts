/** A database query in the form of `strapi.db.query`, or a part of it. */
export type Query = Record<string, unknown>;

/** Matches no entry, because every entry has an id. */
export const NO_ENTRY: Query = { id: { $null: true } };

/** Matches the entries that readers see. */
export const PUBLISHED_ENTRY: Query = { publishedAt: { $notNull: true } };

/** What a caller may see of the entries of each type. */
export interface Visibility {
  /** The filter that the visible entries of a type match; undefined if all are visible. */
  entryFilter(uid: string): Query | undefined;
  /**
   * Whether the filter also applies to the entries that the query itself finds, and not only to those that it reaches through
   * relations. In the admin API, Strapi's controllers check the former.
   */
  readonly filtersRoot: boolean;
  /** Whether an attribute of entries that are reached through a relation is visible. */
  canReadField(uid: string, attribute: string): boolean;
  /** Whether `_q` may search a column, and the found entries may be sorted by it. */
  canSearchField(uid: string, attribute: string): boolean;
  /** Whether other types may be sorted by fields of this type. The order would reveal entries that are not visible. */
  canSortBy(uid: string): boolean;
  /** The fields of a draft in the answer of the write that wrote it: all of them, or the fields that were sent. */
  readonly draftResponse: 'everything' | 'sent-fields';
}
