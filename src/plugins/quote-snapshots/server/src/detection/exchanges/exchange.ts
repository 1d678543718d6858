/** How symbols look on a market; see `symbols.ts`. */
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
 * How far a name in print is believed.
 * - `name`: names nothing but the exchange; believed anywhere, in any case.
 * - `code`: short, and believed only as spelt here: in brackets, or right before its symbol (`LON:VOD`).
 * - `word`: a word or a well-known abbreviation too (AIM, SIX, EPA): as a code, and outside of brackets only behind a company.
 * - `place`: a city, as Business Wire prints exchanges (`Paris:MC`): in brackets, before a symbol and nothing else.
 */
export type Trust = 'name' | 'code' | 'word' | 'place';

export interface Exchange {
  /** ISO 10383. Several where the name is ambiguous: it is never guessed which one is meant. */
  mics: readonly string[];
  family: SymbolFamily;
  /** The exchange as readers are shown it. */
  label: string;
  printed: Readonly<Record<Trust, readonly string[]>>;
}
