/** The kinds of change that an editor may declare. The database stores these names, so they must not change. */
export const DECLARED_CHANGES = ['correction', 'update', 'minor'] as const;
export type DeclaredChange = (typeof DECLARED_CHANGES)[number];

/** The kinds of change in the record of publications. */
export type RecordedChange =
  | 'first'
  | DeclaredChange
  /** The text differs, and nobody declared the change. */
  | 'unexplained'
  /** The text is the same. Relations, quotes or disclaimers may differ. */
  | 'republication'
  | 'retraction';

/** The most characters of a note, which readers see above the article. */
export const LONGEST_NOTE = 2_000;

export const isDeclaredChange = (value: unknown): value is DeclaredChange =>
  DECLARED_CHANGES.some((kind) => kind === value);
