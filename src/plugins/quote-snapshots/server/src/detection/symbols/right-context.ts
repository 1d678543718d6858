import { FIGURE, NEVER_SYMBOLS, STOP_WORDS } from './stop-words';

/** A possible symbol, with the facts about the text before it. */
export interface Candidate {
  /** In canonical form. */
  symbol: string;
  inBrackets: boolean;
  /** Whether the name of the exchange also means something else. */
  ambiguous: boolean;
  /** Whether it follows its exchange without a space. */
  adjacent: boolean;
}

const CLOSERS = new Set([')', ']', '}']);
/** Characters that end a symbol in every context. */
const ENDERS = new Set([
  ';',
  '|',
  '!',
  '?',
  '\u2013',
  '*',
  '\u2020',
  '\u00AE',
  '\u2122',
  '(',
  '[',
  '·',
  '•',
  '→',
  '⇒',
  '>',
]);

const skipSpaces = (text: string, at: number): number => {
  let index = at;
  while (index < at + 5 && /\s/.test(text[index] ?? '')) index += 1;
  return index;
};

/** Whether the next word is in capitals too. Then the candidate may be a word of a headline in capitals. */
const isCapitalizedRun = (text: string, at: number): boolean =>
  /^\p{Lu}(?:\p{Lu}|\s|$)/u.test(text.slice(at, at + 2));

/** Labels of identifiers that may follow a symbol without a separator: `JSE share code: ACM ISIN: ZAE000015889`. */
const IDENTIFIER = /^(?:ISIN|WKN|CUSIP|SEDOL|Valor|LEI)(?![\p{L}\p{N}])/u;
/** Nouns after which the capitals before them are part of a longer name: `NYSE: MLK Day`. */
const NAME_GOES_ON = /^(?:Day|Week|Month|Year|Index|Rule|Act|Holiday|Hours|Board|Floor|Composite)(?!\p{L})/u;

const wordFollows = (
  text: string,
  at: number,
  { symbol, inBrackets, ambiguous, adjacent }: Candidate,
): boolean => {
  const next = text[at] ?? '';
  const likely = symbol.length >= 2 && !STOP_WORDS.has(symbol) && (adjacent || /[A-Z]/.test(symbol));
  if (/\p{Ll}/u.test(next)) return likely && !ambiguous;
  if (IDENTIFIER.test(text.slice(at, at + 8))) return likely;
  if (NAME_GOES_ON.test(text.slice(at, at + 12))) return false;
  if (/\p{Lu}/u.test(next)) return likely && !ambiguous && !isCapitalizedRun(text, at);
  // A number after a symbol is its price only in brackets, after a name that means only an exchange.
  if (/[\p{N}$+\u20AC\u00A3\u25B2\u25BC\u2191\u2193-]/u.test(next)) return inBrackets && likely && !ambiguous;
  return inBrackets && likely && next !== '%' && next !== '\uE000';
};

/** Whether a candidate is never a symbol, alone or with a suffix that resembles a share class: `USD/JPY`, `MON-FRI`. */
const isNever = (symbol: string): boolean => {
  const [root = '', suffix = ''] = symbol.split('.');
  if (suffix.length !== 3) return NEVER_SYMBOLS.has(symbol) || FIGURE.test(symbol);
  return NEVER_SYMBOLS.has(root) || (STOP_WORDS.has(root) && STOP_WORDS.has(suffix));
};

/**
 * Whether the text after a candidate allows it to be a symbol. This check rejects most false mentions: headlines in capitals,
 * amounts, times, and sentences that begin after a colon.
 *
 * @param end the offset at which the symbol ends in `text`
 */
export const acceptsRightContext = (text: string, end: number, candidate: Candidate): boolean => {
  const { symbol, inBrackets, ambiguous } = candidate;
  const numeric = !/[A-Z]/.test(symbol);
  if (isNever(symbol)) return false;
  let at = end;
  if (text[at] === '"' || text[at] === "'") {
    at += 1;
    // "ACM's" ends a symbol. Any other letter after an apostrophe continues a word.
    if (/^s(?![\p{L}\p{N}])/u.test(text.slice(at, at + 2)) && text[end] === "'")
      return inBrackets && !STOP_WORDS.has(symbol) && !ambiguous;
  }
  const next = text[at];
  if (/[\p{L}\p{N}_\uE000]/u.test(next ?? '')) return false;
  // `ABC()` is a call in source code.
  if (next === '(' && text[at + 1] === ')') return false;
  const here = skipSpaces(text, at);
  const following = text[here];
  if (following !== undefined && CLOSERS.has(following))
    return inBrackets ? !(ambiguous && STOP_WORDS.has(symbol)) : true;
  if (STOP_WORDS.has(symbol) && (ambiguous || !inBrackets)) return false;
  if (next === undefined || following === undefined) return true;
  if (ENDERS.has(following)) return true;
  if (following === ',' || following === '.') {
    const behind = text[here + 1] ?? '';
    // Rejects decimals, abbreviations and thousands, but accepts a list without spaces: `(HKEX:700,NYSE:ACM)`.
    if (following === '.' ? /[\p{L}\p{N}]/u.test(behind) : numeric && /\p{N}/u.test(behind)) return false;
    return !STOP_WORDS.has(symbol) || following === ',';
  }
  // Text before a colon is an exchange or a label, never a symbol.
  if (following === ':') return false;
  if (following === '/') return (inBrackets || here > at) && /^$|[A-Z$"\s]/.test(text[here + 1] ?? '');
  if (following === '"' || following === "'") return true;
  if (here === at) return false;
  // A dash between spaces separates the symbol from a comment: `ACM - Get Free Report`.
  if (following === '-' && /\s/.test(text[here + 1] ?? '')) return !numeric && !STOP_WORDS.has(symbol);
  if (!inBrackets && /\n/.test(text.slice(at, here))) return !numeric || symbol.length >= 4;
  return wordFollows(text, here, candidate);
};
