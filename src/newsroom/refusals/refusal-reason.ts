import type en from './messages/en.json';

/** What keeps an article from being published. Each code has a message in every language. */
export type RefusalCode = Exclude<keyof typeof en, `field.${string}` | `kind.${string}` | `mail.${string}`>;

/**
 * Why an article is not published, as it is stored: worded when it is shown, by {@link wordReasons}. Locales are given by their
 * codes, instants in ISO 8601, fields by their names in the API.
 */
export interface RefusalReason {
  code: RefusalCode;
  values: Readonly<Record<string, string>>;
}
