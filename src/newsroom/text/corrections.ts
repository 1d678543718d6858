/** What readers are told of a change; an article keeps these newest first. */
export interface Correction {
  /** ISO 8601: when readers were shown the change. */
  at: string;
  /** In the article's language. */
  text: string;
  kind: 'correction' | 'retraction';
}

/** Corrections as the database and the API have them; what is none is left out. */
export const readCorrections = (value: unknown): Correction[] =>
  (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const { at, text, kind } = (one ?? {}) as Partial<Record<keyof Correction, unknown>>;
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return [];
    if (typeof text !== 'string' || text === '') return [];
    const known = kind === 'retraction' ? 'retraction' : 'correction';
    return [{ at: new Date(at).toISOString(), text, kind: known }];
  });

/** The notice of a retracted article: the text of its last retraction. */
export const retractionNotice = (corrections: readonly Correction[]): string | undefined =>
  corrections.find(({ kind }) => kind === 'retraction')?.text;
