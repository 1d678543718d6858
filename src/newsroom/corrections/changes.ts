/** What an editor may call a change of a text that readers have seen. The database stores these names: they must not change. */
export const DECLARED_CHANGES = ['correction', 'update', 'minor'] as const;
export type DeclaredChange = (typeof DECLARED_CHANGES)[number];

/** What a publication was, as the record of publications keeps it. */
export type RecordedChange =
  | 'first'
  | DeclaredChange
  /** The text differs, and nobody said why. */
  | 'unexplained'
  /** The text is the same: relations, quotes or disclaimers may differ. */
  | 'republication'
  | 'retraction';

/** Characters of a note: readers see it above the article. */
export const LONGEST_NOTE = 2_000;

export const isDeclaredChange = (value: unknown): value is DeclaredChange =>
  DECLARED_CHANGES.some((kind) => kind === value);
