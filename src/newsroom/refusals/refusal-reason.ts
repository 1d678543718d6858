import type en from './messages/en.json';

/** What the newsroom refuses, and why. Each code has a message in every language. */
export type RefusalCode = Exclude<keyof typeof en, `field.${string}` | `kind.${string}` | `mail.${string}`>;

/**
 * Why something is refused, as errors carry it, and as it is stored of an article that is held back: worded when it is shown, by
 * {@link wordReasons}. Locales are given by their codes, instants in ISO 8601, fields by their names in the API.
 */
export interface RefusalReason {
  code: RefusalCode;
  values: Readonly<Record<string, string>>;
}
