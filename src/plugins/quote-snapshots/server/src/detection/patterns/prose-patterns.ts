import { KEYWORD, ON, UNDER } from './phrases';
import { ISIN_ITEM } from './separators';

/* How a sentence joins exchanges and symbols. Every pattern is of bounded length. */

/** A character within a sentence; at most one line break. */
const IN_SENTENCE = '(?:[^.;:!?\\n\\uE000]|\\n(?!\\n)|\\.(?=[\\p{L}\\p{N}]))';
/** How many characters after an exchange the patterns read. The limit makes every exchange take the same time. */
export const WINDOW = 200;
/** A segment or an ISIN that may come before the label of the symbol in a bracket. */
const COMPARTMENT_OR_ISIN = `(?:(?:(?:Compartiment|Compartment|Segment) [A-C]|${ISIN_ITEM.replaceAll('_', '\\s?')})\\s?[,;/\\u2013-]\\s)?`;
/** "… on May 3, under the symbol". */
const LED_TO = `\\s(?:${UNDER})(?:${KEYWORD})(?: of)?`;
/** "(ticker:", ", symbol", directly after the exchange. */
const NAMED_BESIDE = `^\\s?[,(]\\s{0,2}${COMPARTMENT_OR_ISIN}(?:${KEYWORD})`;
/** "NYSE ticker ACM", "Nasdaq-Ticker ACM". */
const NAMED_AT_ONCE = `^[\\s-](?:${KEYWORD})(?=\\s["']?\\$?[A-Z0-9])`;
/** "Exchange: NYSE | Ticker: ACM", or on two lines. */
const NAMED_NEXT = `^\\s?(?:[;|]|\\n(?!\\n))\\s{0,2}(?:${KEYWORD})(?=\\s?:)`;
/** "(ACM – FR0000121014)", "(FR0000121014 – ACM)": the ISIN shows that the bracket is about a share. */
const AN_ISIN = '(?:(?:code )?ISIN\\s?:?\\s?)?[A-Z]{2}[A-Z0-9]{9}\\d';
const BESIDE_ISIN = `^\\s?\\((?:(?=[A-Z0-9]{2,8}\\s?[,;:/\\u2013-]\\s?${AN_ISIN})|${AN_ISIN}\\s?[,;/\\u2013-]\\s?(?=[A-Z0-9]{2,8}\\)))`;
/** From an exchange to its symbol. `between` is the text of the sentence in between. */
export const TO_SYMBOL = new RegExp(
  `(?<between>${IN_SENTENCE}{0,90}?)(?:${LED_TO}|${NAMED_BESIDE}|${NAMED_AT_ONCE}|${NAMED_NEXT}|${BESIDE_ISIN})(?:\\s?:|,(?=\\s["']))?\\s{0,2}`,
  'iuy',
);
/** "on the TSX under “ACM”", "listed on Nasdaq as “ACM”": only before a quoted symbol. */
export const TO_QUOTED =
  /(?<between>[^.;:!?\n\uE000()]{0,20}?)\s(?:under|as|bajo|como|sous|unter|als)\s(?=["']\$?[A-Z0-9])/iuy;
/** "trades on the NYSE as ACM.": an unquoted symbol counts only after a verb of listing and at the end of the clause. */
export const TO_BARE = /(?<between>)\s(?:as|under|como|bajo|sous|als|unter)\s(?=\$?[A-Z]{2,5}(?:[.,;)]|$))/uy;
export const LISTING_VERB = new RegExp(
  `(?:trad|list|quot|cotiz|notier|gehandel|négoci|coté)\\p{L}{0,6}\\s(?:publicly )?(?:${ON})$`,
  'iu',
);
/** The text between symbols of one exchange. */
export const NEXT = /[.,]?(?: ?["'])?,?\s{1,3}(?:(?:and|or|y|et|und|&)\s|(?<=,\s))(?:(?:and|y|et|und)\s)?/y;
export const RESPECTIVELY =
  /[.,]?["']?,?\s{0,2}(?:respectively|respectivamente|respectivement|beziehungsweise|bzw)/y;
/** The text after a symbol that belongs to another exchange: `and “ABC” on the TSX`. */
export const ON_ANOTHER = new RegExp(`[.,]?["']?,?\\s(?:${ON})\\s?`, 'iuy');

/** The quotation mark before a symbol. French ones have a space after them: « ACM ». */
export const OPENING = /(?:["']\s?)?\$?/y;
const SYMBOL = '[A-Z0-9]{1,10}(?:[./-][A-Z]{1,3})?(?: [A-Z](?=["\' ]))?';
/**
 * The text that introduces a symbol before its exchange: "under the symbol “ACM” on the". The symbol is matched separately, because
 * its case matters.
 */
export const CALLED = new RegExp(`(?:${KEYWORD})(?: of)?:?\\s{0,2}(?:["']\\s?)?\\$?`, 'giu');
export const AFTER_CALLED = new RegExp(
  `(?<symbol>${SYMBOL})(?: ?["'])?\\)?,?\\s(?<filler>[a-zà-ÿ,'\\s]{0,40}?)(?:${ON})$|(?:${SYMBOL}["']? \\([^()]{1,40}\\),? (?:(?:and|y|et|und) )?["']?){0,4}(?<bare>${SYMBOL})(?: ?["'])?\\s\\($`,
  'uy',
);
export const QUOTED_BEFORE = new RegExp(`["']\\$?(?<symbol>${SYMBOL})["'],?\\s(?:${ON})$`, 'u');
export const TRADES_AS = new RegExp(
  `(?:trad|list|quot|known)\\w{0,4}\\s(?:publicly )?as\\s\\$?(?<symbol>${SYMBOL})\\s(?:${ON})$`,
  'u',
);
