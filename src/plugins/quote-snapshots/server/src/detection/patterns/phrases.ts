/**
 * Phrases of the press in English, Spanish, French and German before a symbol, as sources of patterns of bounded length. In the
 * patterns `_` stands for white space with at most one line break.
 */

/** White space within a mention: at most one line break. */
export const GAP = ' {0,5}\\n? {0,5}';

/** Words for a symbol. The whole phrase is matched, so that no part of it is read as the symbol. */
export const KEYWORD =
  '(?:(?:common|stock|share|equity|ticker|trading|exchange|market|securities|security|scrip|unique) ){0,3}' +
  '(?:(?:Ticker|Börsen|Handels|Aktien|Wertpapier)?-?(?:symbol(?:en|es?|s)?|kürzeln?|ticker(?:n|s)?|codes?)|' +
  's[ií]mbolos?|claves?|c[oó]digos?|nem[oó](?:t[eé]c)?nicos?|sigles?|mnémo(?:niques?)?|short name|call letters|scrip id)' +
  '(?: (?:burs[aá]til(?:es)?|de cotizaci[oó]n|de (?:la )?pizarra|de negociaci[oó]n|mnémo(?:nique)?|boursiers?|de négociation|de cotation|de bourse))?' +
  '(?!\\p{L})';

/** The plural forms, after which several symbols may come. */
export const PLURAL =
  /(?:symbols|tickers|codes|símbolos|simbolos|claves|códigos|symboles|Symbolen|Kürzeln|Tickern)\W*$/i;

/** Prepositions before it: "under the", "bajo el", "sous le", "unter dem". */
export const UNDER =
  "(?:under|with|using|by|bajo|con|sous|avec|unter|mit) (?:(?:the|its|their|a|el|la|los|las|su|sus|le|les|son|ses|dem|den|der|ihrem|seinem|l') ?)?(?:(?:new|current|proposed|same|respective|nuevo|nueva|nouveau|neuen|following) )?";

/** Prepositions between a symbol and its exchange: "on the", "en la", "à la", "an der". */
export const ON =
  "(?:on|at|to|of|en|sur|à|au|an|auf|in|dans|bei) ?(?:(?:the|la|le|el|los|les|der|dem|den) |l'|d')?";

/** Conjunctions and punctuation between listings, and between the symbols of one exchange. */
export const AND = '(?:[,;/|+&·•]|\\b(?:and|or|et|ou|und|sowie|oder|y|o|e)\\b)';

/** The end of a company's name before a listing outside of brackets: `Acme plc LON:ACM`. */
export const COMPANY_END =
  /(?:^|[\s("'])(?:plc|PLC|Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|LTD|Limited|LLC|LP|AG|SE|KGaA|SA|S\.A|NV|N\.V|BV|AB|ASA|AS|A\/S|Oyj|SpA|S\.p\.A|SAB|SGPS|Bhd|Berhad|Tbk|Pte|Group|Grupo|Groupe|Gruppe|Holdings?|Trust|Fund|Bank|Resources|Mining|Minerals|Metals|Gold|Energy|Pharma|Technologies)\)?[.,]?\s{0,2}(?:[-\u2013(]\s{0,2})?$/;
