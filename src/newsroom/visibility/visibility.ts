/** A part of a database query, or the whole of it (`strapi.db.query` form). */
export type Query = Record<string, unknown>;

/** Met by no entry: every entry has an id. */
export const NO_ENTRY: Query = { id: { $null: true } };

/** Met by entries that readers are shown. */
export const PUBLISHED_ENTRY: Query = { publishedAt: { $notNull: true } };

/** What a caller may see of the entries of each type. */
export interface Visibility {
  /** The filter that an entry of a type has to meet to be visible; undefined where all entries are. */
  entryFilter(uid: string): Query | undefined;
  /**
   * Whether the filter also applies to the entries that a query asks for, and not only to those that it reaches through
   * relations. Over the admin API, Strapi's controllers check the former.
   */
  readonly filtersRoot: boolean;
  /** Whether an attribute of entries that are reached through a relation is visible. */
  canReadField(uid: string, attribute: string): boolean;
  /** Whether `_q` may search in a column, and entries that are asked for may be sorted by it. */
  canSearchField(uid: string, attribute: string): boolean;
  /** Whether other types may be sorted by fields of this type: the order would reveal entries that are not visible. */
  canSortBy(uid: string): boolean;
  /** What a write answers of a draft that it wrote: everything, or the fields that were sent. */
  readonly draftResponse: 'everything' | 'sent-fields';
}
