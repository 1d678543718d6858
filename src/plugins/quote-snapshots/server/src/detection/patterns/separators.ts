import { GAP, KEYWORD, UNDER } from './phrases';

export const sticky = (pattern: string): RegExp => new RegExp(pattern.replaceAll('_', GAP), 'iuy');

/** The part of an exchange that some print between its name and the symbol. */
export const SEGMENT =
  '(?:(?:Compartiment|Compartment|Segment) [A-C]|(?:Large|Mid|Small) Cap|(?:Prime|General) Standard|Scale|' +
  '(?:Prime|Standard|Growth|Regulated|Main) (?:Market|Board)|Mainboard|Regulierter Markt)';

/** What may stand between the name of an exchange and its separator: a trade mark, a segment. */
const LEAD = `[®™†*]?(?:_[,\u2013-]?_${SEGMENT})?(?:_ (?:ADSs?|ADRs?|GDRs?|common(?: stock| shares)?|(?:ordinary )?shares))?`;
export const ISIN_ITEM = '(?:(?:code )?ISIN(?: code)?_:?_)?[A-Z]{2}[A-Z0-9]{9}[0-9]';

export interface Separator {
  pattern: RegExp;
  /** What is asked of the symbol behind it. */
  strict: boolean;
  mustClose: boolean;
  /** Whether it is believed behind a name that is a word or a place too. */
  ambiguous: boolean;
}

/** What leads from an exchange to its symbol within brackets; the first that fits is taken. */
export const SEPARATORS: readonly Separator[] = [
  {
    pattern: sticky(`${LEAD}_(?:[:,;(|\\u2013-]_)?(?:${UNDER})?(?:${KEYWORD})_[:=]?_`),
    strict: false,
    mustClose: false,
    ambiguous: true,
  },
  {
    pattern: sticky(`${LEAD}_[:;,\\u2013-]_${ISIN_ITEM}_[:;,/\\u2013-]_(?:(?:${KEYWORD})_:?_)?`),
    strict: true,
    mustClose: false,
    ambiguous: false,
  },
  { pattern: sticky(`${LEAD}_:_`), strict: false, mustClose: false, ambiguous: true },
  { pattern: sticky(`${LEAD}_[=\\u2013-]_`), strict: true, mustClose: true, ambiguous: false },
];

/** The same outside of brackets, without a line break: a colon at a line's end heads a list. */
export const COLON_ON_LINE = new RegExp(
  `[®™†*]?(?: {0,5}(?:${KEYWORD}))? {0,5}: {0,5}`.replaceAll('_', ' '),
  'iuy',
);
