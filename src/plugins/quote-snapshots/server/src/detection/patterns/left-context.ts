import { KEYWORD } from './phrases';

/** How many characters before a name the patterns below read. The limit makes every name take the same time. */
const WINDOW = 48;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - WINDOW), at);

/** The text before a string or a label in source code: `quote("`, `"symbol": "`, `symbol = "`, `["`, `${`, `case `, `{exchange: `. */
const IN_CODE = /(?:[\w$]\(["']|["'] ?: ?["']|= ?["']|\[["']|[$#{]\{ ?|\bcase |\{ ?\w{1,20} ?: ?["']?)$/;
/** `urn:NYSE:IBM` is a name in a namespace, but `Symbol:NYSE:IBM` is text. */
const NAMESPACE = /(?:^|[^\p{L}\p{N}])([a-z]{2,12}):$/u;
const IS_KEYWORD = new RegExp(`^(?:${KEYWORD})$`, 'iu');

/** Whether the name of an exchange is part of source code. */
export const isInCode = (text: string, start: number): boolean => {
  const left = before(text, start);
  const namespace = NAMESPACE.exec(left)?.[1];
  return IN_CODE.test(left) || (namespace !== undefined && !IS_KEYWORD.test(namespace));
};

const FORMER =
  /\b(?:formerly|previously|former|until recently|f\/k\/a|delisted from|removed from|vormals|ehemals|früher|antes|anteriormente|anciennement|précédemment),?(?: (?:listed|traded|quoted|on|an der|en|sur))?(?: on)?(?: (?:the|la|le|el))?:? ?$/i;

/** Whether the text says that a listing has ended: `(formerly NYSE: ABC)`. */
export const isFormer = (text: string, start: number): boolean => FORMER.test(before(text, start));

/** Nouns for a company or its share. They can own a listing if there is no name before the bracket. */
const OWNER =
  /^(?:compan(?:y|ies)|firm|group|fund|trust|bank|insurer|lender|broker|explorer|developer|producer|\p{L}*maker|manufacturer|retailer|\p{L}*builder|supplier|operator|provider|issuer|owner|parent|subsidiary|business|chain|giant|major|conglomerate|utility|airline|carrier|reit|startup|miner|shares?|stock|units?|adrs?|adss?|plc|inc|corp|publ|ag|se|sa|empresa|compañía|grupo|banco|acciones|aerolínea|fabricante|constructora|petrolera|eléctrica|entidad|matriz|filial|minera|société|groupe|banque|assureur|constructeur|équipementier|opérateur|laboratoire|titre|actions?|konzern|unternehmen|gesellschaft|hersteller|aktien?)[,.:;]?$/iu;

const DETERMINED =
  /(?:^|\s)(?:the|an?|this|that|its|their|his|her|our|no|any|some|el|la|los|las|un|una|le|les|une|der|die|das|den|dem|ein|eine)\s\S{1,40}\s{0,3}$/iu;

export type LeftContext = 'owner' | 'nothing' | 'word';

/**
 * The kind of text before a bracket, or before a name in it: the owner of a listing (a proper name, another bracket, a word for a
 * company), nothing, or a word that cannot own a listing. `Acme (LSE: ACM)` is a listing; `the term (LSE: ACM)` is not.
 *
 * @param at the offset at which the bracket opens or the name begins
 */
export const leftContext = (text: string, at: number, symbol: string): LeftContext => {
  const left = before(text, at);
  const line = left.slice(left.lastIndexOf('\n\n') + 1);
  const [word = ''] = /\S{1,40}\s{0,3}$/.exec(line) ?? [];
  const owner = word.trim();
  if (owner === '') return 'nothing';
  if (/[\p{Lu}\p{Lo}\p{N}]|[)\]}"'|:\u2013]$/u.test(owner) || OWNER.test(owner)) return 'owner';
  // Some companies write their names in lower case: adidas (FRA: ADS). After an article the word is a noun.
  if (owner[0]?.toUpperCase() === symbol[0] && !DETERMINED.test(line)) return 'owner';
  return /\p{L}/u.test(owner) ? 'word' : 'nothing';
};
