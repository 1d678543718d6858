import type { SymbolFamily } from '../exchanges/exchange';

/**
 * The printed form of symbols, for each family of markets: a sticky pattern of bounded length, so that matching takes the same time
 * for every text. Symbols are always in upper case: `NYSE: closed` is prose.
 */
const PATTERNS: Readonly<Record<SymbolFamily, RegExp>> = {
  // MSFT, BRK.B, BRK-B, BRK/B, BRK B, BAC.PRL, BAC PR L, BAC-PL, BACpL, BAC^L, XYZ.WS, XYZ WS, XYZ.U, MSFT.O (a Reuters code)
  us: /[A-Z]{1,5}(?:[./-](?:P[Rr][./ -]?[A-Z]?|[A-Z]{1,3})(?![A-Za-z0-9])| P[Rr][ ./-]?[A-Z]?(?![A-Za-z0-9])| (?:WS|WT|RT|U|[AB](?= {0,3}[)\],;]))(?![A-Za-z0-9])|\^[A-Z](?![A-Za-z0-9])|p[A-Z](?![A-Za-z0-9]))?/y,
  // RCI.B, REI.UN, BCE.PR.A, SHOP.TO
  canada: /[A-Z]{1,5}(?:[.-][A-Z]{1,3}(?![A-Za-z0-9]))?(?:[.-][A-Z](?![A-Za-z0-9]))?/y,
  letters: /[A-Z][A-Z0-9]{0,9}(?:[.-][A-Z]{1,3}(?![A-Za-z0-9]))?/y,
  // VOLV B, NOVO-B, NOKIA
  nordic: /[A-Z][A-Z0-9]{0,9}(?:[. -](?:SDB|PREF|[A-Z])(?![A-Za-z0-9]))?/y,
  alphanumeric: /[A-Z0-9]{1,6}(?:\.[A-Z]{1,2}(?![A-Za-z0-9]))?/y,
  // BT.A, BP. (the dot belongs to the code), 3IN, VOD.L
  london: /[A-Z0-9]{1,5}(?:\.[A-Z]{1,2}(?![A-Za-z0-9])|\.(?=[\])]))?/y,
  australia: /[A-Z0-9]{3,6}(?:\.AX(?![A-Za-z0-9]))?/y,
  'hong-kong': /\d{1,5}(?:[.-]HK(?![A-Za-z0-9]))?/y,
  tokyo: /\d{3}[0-9A-Z](?:\.T(?![A-Za-z0-9]))?/y,
  'six-digits': /(?:A(?=\d{6}))?\d{6}(?:\.(?:K[SQ]|S[SZH])(?![A-Za-z0-9]))?/y,
  taiwan: /(?:\d{4}|00\d{3,4}|\d{6})[A-Z]?(?:\.TW(?![A-Za-z0-9]))?/y,
  'four-digits': /\d{4}(?:\.SR(?![A-Za-z0-9]))?/y,
  // MAYBANK, 1155, 5235SS
  malaysia: /(?:\d{4}[A-Z]{0,2}|[A-Z][A-Z0-9&]{1,9})(?:[.-][A-Z]{1,2}(?![A-Za-z0-9]))?/y,
  // FEMSAUBD, CEMEX CPO, WALMEX *: the series belongs to the symbol
  mexico: /[A-Z][A-Z0-9&]{0,9}(?:[ .](?:CPO|UBD|UB|[ABCLO])(?![A-Za-z0-9]))?(?:\.MX(?![A-Za-z0-9]))?/y,
  brazil: /[A-Z]{4}\d{1,2}(?:\.SA(?![A-Za-z0-9]))?/y,
  'tokyo-or-toronto': /(?:\d{3}[0-9A-Z]|[A-Z]{1,5}(?:[.-][A-Z]{1,3}(?![A-Za-z0-9]))?)/y,
  // RELIANCE, M&M, BAJAJ-AUTO, 500325
  india: /(?:[A-Z][A-Z0-9]{0,11}(?:[&-][A-Z]{1,6})?|\d{6})(?:\.(?:NS|BO)(?![A-Za-z0-9]))?/y,
};

/** Families whose symbols contain at least one letter. Without this rule `(BIT: 64)` and `(ASX: 200)` would be symbols. */
const NEEDS_LETTER: ReadonlySet<SymbolFamily> = new Set([
  'alphanumeric',
  'london',
  'australia',
  'letters',
  'nordic',
]);

/**
 * Matches a printed symbol at an offset.
 *
 * @returns its length in characters; undefined if there is none
 */
export const matchSymbolLength = (text: string, at: number, family: SymbolFamily): number | undefined => {
  const pattern = PATTERNS[family];
  pattern.lastIndex = at;
  const [printed] = pattern.exec(text) ?? [];
  if (printed === undefined || printed === '') return undefined;
  if (NEEDS_LETTER.has(family) && !/[A-Z]/.test(printed)) return undefined;
  return printed.length;
};
