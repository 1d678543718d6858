/** What the admin API refuses people. The admin UI has words for each, in the language of its user: `refused.<code>`. */
export const REFUSALS = [
  'adding-not-allowed',
  'adding-failed',
  'document-gone',
  'hidden-filter',
  'no-figure-yet',
  'not-captured',
  'not-current',
  'not-missing',
  'not-one-listing',
  'reading-not-allowed',
  'snapshot-gone',
  'superseded',
  'trying-not-allowed',
] as const;

/** Why something is refused, as a code. Values are names: of fields, or of listings as they are printed. */
export interface Refusal {
  code: (typeof REFUSALS)[number];
  values: Readonly<Record<string, string>>;
}

/** The `details` of an error that the admin UI words; other clients read the error's own message. */
export const refused = (code: Refusal['code'], values: Refusal['values'] = {}): { refusal: Refusal } => ({
  refusal: { code, values },
});
