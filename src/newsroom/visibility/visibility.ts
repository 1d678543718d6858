/** A part of a database query, or the whole of it (`strapi.db.query` form). */
export type Query = Record<string, unknown>;

/** Met by no entry: every entry has an id. */
export const NOTHING: Query = { id: { $null: true } };

/** Met by entries that readers are shown. */
export const PUBLISHED: Query = { publishedAt: { $notNull: true } };

/** What somebody may see of the entries of each type. */
export interface Sight {
  /** What an entry of a type has to meet to be there for them; undefined where all of them are. */
  entries(uid: string): Query | undefined;
  /**
   * Whether entries that are asked for directly are restricted too, and not only those that are reached from others:
   * what is asked for directly over the admin API is for its controllers to judge.
   */
  readonly atRoot: boolean;
  /** Whether they may read an attribute of entries that are reached from others. */
  reads(uid: string, attribute: string): boolean;
  /** Whether what they search for may be looked for in a column. */
  searches(uid: string, attribute: string): boolean;
  /** Whether others may be sorted by entries of this type: their order tells of entries that are not shown. */
  sortsBy(uid: string): boolean;
  /** What a write tells them of a draft that it wrote. */
  readonly draftsOfWrites: 'all' | 'what-was-sent';
}
