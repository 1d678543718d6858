/** The codes of the admin API's refusals. The admin UI has a text for each, in the user's language: `refused.<code>`. */
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

/** The reason of a refusal as a code. Values are names of fields, or listings as the text prints them. */
export interface Refusal {
  code: (typeof REFUSALS)[number];
  values: Readonly<Record<string, string>>;
}

/** The `details` of an error for the admin UI to word. Other clients read the error's own message. */
export const refused = (code: Refusal['code'], values: Refusal['values'] = {}): { refusal: Refusal } => ({
  refusal: { code, values },
});
