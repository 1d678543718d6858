/** A part of a database query, or the whole of it (`strapi.db.query` form). */
export type Query = Record<string, unknown>;

/** Met by no entry: every entry has an id. */
export const NO_ENTRY: Query = { id: { $null: true } };

/** Met by entries that readers are shown. */
export const PUBLISHED_ENTRY: Query = { publishedAt: { $notNull: true } };

/** What somebody may see of the entries of each type. */
export interface Visibility {
  /** What an entry of a type has to meet to be there for them; undefined where all of them are. */
  entryFilter(uid: string): Query | undefined;
  /**
   * Whether entries that are asked for directly are restricted too, and not only those that are reached from others:
   * what is asked for directly over the admin API is for its controllers to judge.
   */
  readonly filtersRoot: boolean;
  /** Whether they may read an attribute of entries that are reached from others. */
  canReadField(uid: string, attribute: string): boolean;
  /** Whether what they search for may be looked for in a column. */
  canSearchField(uid: string, attribute: string): boolean;
  /** Whether others may be sorted by entries of this type: their order tells of entries that are not shown. */
  canSortBy(uid: string): boolean;
  /** What a write tells them of a draft that it wrote. */
  readonly draftResponse: 'everything' | 'sent-fields';
}
