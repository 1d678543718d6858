/** The form of the symbols on a market. `symbols/symbol-patterns.ts` has a pattern for each family. */
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
 * How much other evidence the printed name of an exchange needs.
 * - `name`: means only the exchange; accepted anywhere, in any case (NASDAQ, Bolsa de Madrid).
 * - `code`: a short code that other fields use too; accepted only in this spelling, in brackets after the owner of a listing, or
 * right before its symbol (`LON:VOD`).
 * - `word`: also a word or a well-known abbreviation (AIM, SIX, EPA); treated as a code, and outside of brackets accepted only
 * after a company.
 * - `place`: a city, as Business Wire prints exchanges (`Paris:MC`); accepted only in brackets, directly before a symbol.
 */
export type Trust = 'name' | 'code' | 'word' | 'place';

export interface Exchange {
  /** ISO 10383. Several if the name is ambiguous; detection never guesses which one is meant. */
  mics: readonly string[];
  family: SymbolFamily;
  /** The name of the exchange for readers. */
  label: string;
  printed: Readonly<Record<Trust, readonly string[]>>;
}
