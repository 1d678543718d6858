import { FIGURE, NEVER_SYMBOLS, STOP_WORDS } from './stop-words';

/** What is known of a symbol when judging what stands behind it. */
export interface Candidate {
  /** Canonical. */
  symbol: string;
  inBrackets: boolean;
  /** Whether the exchange's name is a word too. */
  ambiguous: boolean;
  /** Printed as one with the exchange. */
  adjacent: boolean;
}

const CLOSERS = new Set([')', ']', '}']);
/** Marks that end a symbol wherever they stand. */
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

/** Whether the next word is all capitals: a headline that shouts, of which the symbol may be a part. */
const isCapitalizedRun = (text: string, at: number): boolean =>
  /^\p{Lu}(?:\p{Lu}|\s|$)/u.test(text.slice(at, at + 2));

/** What identifies the same share in another way, without a separator: `JSE share code: ACM ISIN: ZAE000015889`. */
const IDENTIFIER = /^(?:ISIN|WKN|CUSIP|SEDOL|Valor|LEI)(?![\p{L}\p{N}])/u;
/** Behind these words the capitals were part of a name: `NYSE: MLK Day`. */
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
  // A number behind a symbol is its price only where nothing else could be meant.
  if (/[\p{N}$+\u20AC\u00A3\u25B2\u25BC\u2191\u2193-]/u.test(next)) return inBrackets && likely && !ambiguous;
  return inBrackets && likely && next !== '%' && next !== '\uE000';
};

/** What is never a symbol, by itself or with what looks like a share class: `USD/JPY`, `MON-FRI`. */
const isNever = (symbol: string): boolean => {
  const [root = '', suffix = ''] = symbol.split('.');
  if (suffix.length !== 3) return NEVER_SYMBOLS.has(symbol) || FIGURE.test(symbol);
  return NEVER_SYMBOLS.has(root) || (STOP_WORDS.has(root) && STOP_WORDS.has(suffix));
};

/**
 * Whether what stands behind a symbol lets it be one. Most false mentions are told apart here: shouted headlines,
 * amounts, times, sentences that begin behind a colon.
 *
 * @param end where the symbol ends in `text`
 */
export const acceptsRightContext = (text: string, end: number, candidate: Candidate): boolean => {
  const { symbol, inBrackets, ambiguous } = candidate;
  const numeric = !/[A-Z]/.test(symbol);
  if (isNever(symbol)) return false;
  let at = end;
  if (text[at] === '"' || text[at] === "'") {
    at += 1;
    // A possessive is a symbol's end; any other letter behind a quote is not.
    if (/^s(?![\p{L}\p{N}])/u.test(text.slice(at, at + 2)) && text[end] === "'")
      return inBrackets && !STOP_WORDS.has(symbol) && !ambiguous;
  }
  const next = text[at];
  if (/[\p{L}\p{N}_\uE000]/u.test(next ?? '')) return false;
  // A call in source code.
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
    // A decimal, an abbreviation, or thousands; never a list without spaces: `(HKEX:700,NYSE:ACM)`.
    if (following === '.' ? /[\p{L}\p{N}]/u.test(behind) : numeric && /\p{N}/u.test(behind)) return false;
    return !STOP_WORDS.has(symbol) || following === ',';
  }
  // What precedes a colon is an exchange or nothing.
  if (following === ':') return false;
  if (following === '/') return (inBrackets || here > at) && /^$|[A-Z$"\s]/.test(text[here + 1] ?? '');
  if (following === '"' || following === "'") return true;
  if (here === at) return false;
  // A dash between spaces ends what stands before it.
  if (following === '-' && /\s/.test(text[here + 1] ?? '')) return !numeric && !STOP_WORDS.has(symbol);
  if (!inBrackets && /\n/.test(text.slice(at, here))) return !numeric || symbol.length >= 4;
  return wordFollows(text, here, candidate);
};
