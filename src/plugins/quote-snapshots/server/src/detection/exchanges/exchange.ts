/** How symbols look on a market; `symbols/symbol-patterns.ts` has a pattern for each family. */
export type SymbolFamily =
  | 'us'
  | 'canada'
  | 'letters'
  | 'nordic'
  | 'alphanumeric'
  | 'london'
  | 'australia'
  | 'hong-kong'
  | 'tokyo'
  | 'six-digits'
  | 'taiwan'
  | 'four-digits'
  | 'malaysia'
  | 'mexico'
  | 'brazil'
  | 'india'
  | 'tokyo-or-toronto';

/**
 * How much evidence a printed name of an exchange needs besides itself.
 * - `name`: names nothing but the exchange; believed anywhere and in any case (NASDAQ, Bolsa de Madrid).
 * - `code`: a short code that other fields use too; believed only as spelt here, in brackets behind the owner of a listing, or
 *   right before its symbol (`LON:VOD`).
 * - `word`: also a word or a well-known abbreviation (AIM, SIX, EPA); as a code, and outside of brackets only behind a company.
 * - `place`: a city, as Business Wire prints exchanges (`Paris:MC`); only in brackets, before a symbol and nothing else.
 */
export type Trust = 'name' | 'code' | 'word' | 'place';

export interface Exchange {
  /** ISO 10383. Several where the name is ambiguous; detection never guesses which one is meant. */
  mics: readonly string[];
  family: SymbolFamily;
  /** The name of the exchange that readers are shown. */
  label: string;
  printed: Readonly<Record<Trust, readonly string[]>>;
}
