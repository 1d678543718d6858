import type en from './messages/en.json';

/** The codes of the newsroom's refusals. Each has a message in every language. */
export type RefusalCode = Exclude<keyof typeof en, `field.${string}` | `kind.${string}` | `mail.${string}`>;

/**
 * The reason of a refusal, in errors and in the record of an article that is held back. {@link wordReasons} words it when it is
 * shown. Locales are codes, instants ISO 8601, and fields their names in the API.
 */
export interface RefusalReason {
  code: RefusalCode;
  values: Readonly<Record<string, string>>;
}
