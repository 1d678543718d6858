import { GAP, KEYWORD, UNDER } from './phrases';

export const stickyPattern = (pattern: string): RegExp => new RegExp(pattern.replaceAll('_', GAP), 'iuy');

/** Segments of exchanges, which some texts print between the exchange and the symbol. */
export const SEGMENT =
  '(?:(?:Compartiment|Compartment|Segment) [A-C]|(?:Large|Mid|Small) Cap|(?:Prime|General) Standard|Scale|' +
  '(?:Prime|Standard|Growth|Regulated|Main) (?:Market|Board)|Mainboard|Regulierter Markt)';

/** The text that may stand between the name of an exchange and its separator: a trade mark or a segment. */
const LEAD = `[®™†*]?(?:_[,\u2013-]?_${SEGMENT})?(?:_ (?:ADSs?|ADRs?|GDRs?|common(?: stock| shares)?|(?:ordinary )?shares))?`;
export const ISIN_ITEM = '(?:(?:code )?ISIN(?: code)?_:?_)?[A-Z]{2}[A-Z0-9]{9}[0-9]';

export interface Separator {
  pattern: RegExp;
  /** The rules for the symbol after it; see SymbolRules. */
  strict: boolean;
  mustClose: boolean;
  /** Whether it also introduces a symbol after a name with other meanings. */
  ambiguous: boolean;
}

/** The text between an exchange and its symbol in brackets. The first pattern after which a symbol follows counts. */
export const SEPARATORS: readonly Separator[] = [
  {
    pattern: stickyPattern(`${LEAD}_(?:[:,;(|\\u2013-]_)?(?:${UNDER})?(?:${KEYWORD})_[:=]?_`),
    strict: false,
    mustClose: false,
    ambiguous: true,
  },
  {
    pattern: stickyPattern(`${LEAD}_[:;,\\u2013-]_${ISIN_ITEM}_[:;,/\\u2013-]_(?:(?:${KEYWORD})_:?_)?`),
    strict: true,
    mustClose: false,
    ambiguous: false,
  },
  { pattern: stickyPattern(`${LEAD}_:_`), strict: false, mustClose: false, ambiguous: true },
  { pattern: stickyPattern(`${LEAD}_[=\\u2013-]_`), strict: true, mustClose: true, ambiguous: false },
];

/** The same outside of brackets. It has no line break, because a colon at the end of a line introduces a list. */
export const COLON_ON_LINE = new RegExp(
  `[®™†*]?(?: {0,5}(?:${KEYWORD}))? {0,5}: {0,5}`.replaceAll('_', ' '),
  'iuy',
);
