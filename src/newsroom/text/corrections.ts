/** A correction or retraction for readers. An article stores these newest first. */
export interface Correction {
  /** When the change was published, ISO 8601. */
  at: string;
  /** In the article's language. */
  text: string;
  kind: 'correction' | 'retraction';
}

/** Reads corrections from a value of the database or the API. Items of another shape are dropped. */
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
