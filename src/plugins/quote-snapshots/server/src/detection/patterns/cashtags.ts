import type { Mention } from '../mention';
import { AMOUNT_LETTERS, NEVER_CASHTAGS } from '../symbols/stop-words';
import { toCanonicalSymbol } from '../symbols/canonical-symbol';

const SYMBOL = '\\$([A-Z]{1,5}(?:[.\\-/][A-Z]{1,2})?)(?![\\p{L}\\p{N}_$%=])(?![.,]\\d)';
const CASHTAG = `(?<![\\p{L}\\p{N}$_/\\\\.=&@#-])${SYMBOL}`;
/** A cashtag that is joined to the one before it: `$AAA/$BBB`. */
const JOINED = new RegExp(`[/|+→\\u2013-]${SYMBOL}`, 'uy');
/** The text between cashtags of one list: `$T, $VZ and $TMUS`. */
const TOGETHER = /^(?:[/|+→\u2013-]|\s{0,2}[,;&/|]?\s{0,2}(?:and\s|or\s)?)$/;
/** Nouns and verbs that fit a share but not an amount. */
const OF_A_SHARE =
  /^(?:'s)?\s(?:shares?|stock|calls|puts|bulls|bears|rose|rises?|rall(?:y|ies|ied)|jump(?:s|ed)|gain(?:s|ed)|soar(?:s|ed)|surge[sd]?|fell|falls|drop(?:s|ped)|slid|slips|sank|sinks|is up|is down|closed|closes|opened|trades|traded|reported|reports|beats?)(?![\p{L}\p{N}])/u;
const OF_AN_AMOUNT = /(?:\b(?:in|of|by|to|per|and|or|cost|costs|revenue|sales)\s|[(\d]\s{0,2})$/i;

/** No article has more cashtags. Reading stops after this number, so that a text of nothing but cashtags takes little time. */
const MOST_CASHTAGS = 10_000;

const cashtagsOf = (text: string): Mention[] => {
  const mentions: Mention[] = [];
  const pattern = new RegExp(CASHTAG, 'gu');
  for (let match = pattern.exec(text); match && mentions.length < MOST_CASHTAGS; ) {
    const [whole, printed = ''] = match;
    const end = match.index + whole.length;
    const start = end - printed.length;
    const symbol = toCanonicalSymbol(printed, undefined, 'us');
    mentions.push({ symbol, mic: null, exchange: null, candidates: [], start, end });
    pattern.lastIndex = end;
    JOINED.lastIndex = end;
    match = JOINED.exec(text) ?? pattern.exec(text);
  }
  return mentions;
};

/**
 * Finds `$TSLA`, `$BRK.B`, `$AAA/$BBB`, but not `US$500`, `$1M`, `$USD` or `(in $M)`. The offsets are those of the symbol without
 * the dollar sign, in the normalized text.
 */
export const findCashtags = (text: string): Mention[] => {
  const all = cashtagsOf(text);
  const sure = all.map(({ symbol }) => !NEVER_CASHTAGS.has(symbol) && !AMOUNT_LETTERS.has(symbol));
  const together = (one: Mention | undefined, other: Mention | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    other.start - 1 - one.end <= 8 &&
    TOGETHER.test(text.slice(one.end, other.start - 1));
  return all.filter((mention, index) => {
    if (sure[index]) return true;
    if (NEVER_CASHTAGS.has(mention.symbol)) return false;
    if (sure[index - 1] && together(all[index - 1], mention)) return true;
    if (sure[index + 1] && together(mention, all[index + 1])) return true;
    const before = text.slice(Math.max(0, mention.start - 12), mention.start - 1);
    return OF_A_SHARE.test(text.slice(mention.end, mention.end + 16)) && !OF_AN_AMOUNT.test(before);
  });
};
