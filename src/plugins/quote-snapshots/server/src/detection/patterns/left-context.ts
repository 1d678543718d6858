import { KEYWORD } from './phrases';

/** Characters that are read before a name: enough for every pattern below, so that each name costs the same. */
const WINDOW = 48;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - WINDOW), at);

/** `quote("`, `"symbol": "`, `symbol = "`, `["`, `${`, `case `, `{exchange: `: what stands before a string or a label in source code. */
const IN_CODE = /(?:[\w$]\(["']|["'] ?: ?["']|= ?["']|\[["']|[$#{]\{|\bcase |\{ ?\w{1,20} ?: ?["']?)$/;
/** `urn:NYSE:IBM`; `Symbol:NYSE:IBM` is print. */
const NAMESPACE = /(?:^|[^\p{L}\p{N}])([a-z]{2,12}):$/u;
const IS_KEYWORD = new RegExp(`^(?:${KEYWORD})$`, 'iu');

/** Whether source code, not print, leads to the name of an exchange. */
export const isInCode = (text: string, start: number): boolean => {
  const left = before(text, start);
  const namespace = NAMESPACE.exec(left)?.[1];
  return IN_CODE.test(left) || (namespace !== undefined && !IS_KEYWORD.test(namespace));
};

const FORMER =
  /\b(?:formerly|previously|former|until recently|f\/k\/a|vormals|ehemals|früher|antes|anteriormente|anciennement|précédemment),?(?: (?:listed|traded|quoted|on|an der|en|sur))?(?: on)?(?: (?:the|la|le|el))?:? ?$/i;

/** Whether a listing is said to be one of the past: `(formerly NYSE: ABC)`. */
export const isFormer = (text: string, start: number): boolean => FORMER.test(before(text, start));

/** What a company or its share is called where no name stands before the bracket. */
const OWNER =
  /^(?:company|companies|firm|group|fund|trust|bank|insurer|lender|broker|miner|explorer|developer|producer|maker|manufacturer|retailer|builder|supplier|operator|provider|issuer|parent|subsidiary|business|chain|giant|startup|shares?|stock|units?|plc|inc|corp|publ|ag|se|sa|empresa|compañía|grupo|banco|acciones|société|groupe|banque|titre|action|actions|konzern|unternehmen|gesellschaft|hersteller|aktie|aktien)[,.:)]?$/iu;

/**
 * Whether what stands before a bracket can own a listing: a proper name, another bracket, or a word for a company. Names of
 * exchanges that are words too are believed only there: `Acme (AIM: ACM)`, but not `the plan (AIM: HIGH)`.
 *
 * @param open where the bracket opens
 */
export const followsOwner = (text: string, open: number, symbol: string): boolean => {
  const [word = ''] = /\S{1,40}\s{0,3}$/.exec(before(text, open)) ?? [];
  const owner = word.trim();
  if (/[\p{Lu}\p{Lo}\p{N}]|[)\]}"'®™|:\u2013]$/u.test(owner)) return true;
  // Some companies write their names in lower case: adidas (FRA: ADS).
  return OWNER.test(owner) || (owner !== '' && owner[0]?.toUpperCase() === symbol[0]);
};
