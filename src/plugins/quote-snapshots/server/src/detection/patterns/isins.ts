import type { Mention } from '../mention';

const ISIN = /[A-Z]{2}[A-Z0-9]{9}\d/g;
/** Asked of what was found: in the pattern itself it would be asked of every character. */
const isWhole = (text: string, at: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test((text[at - 1] ?? '') + (text[end] ?? ''));
/** Between a listing and the ISIN beside it: marks, codes in capitals, and what codes are called. */
const BESIDE =
  /^(?:[^\p{Ll}\n\uE000.]|\n(?!\n)|code|Code|Wkn|Isin|isin|and|und|et|mnémo\p{Ll}*|Mn[ée]mo\p{Ll}*|[Tt]icker|[Ss]ymbol|Kürzel|Reuters|Bloomberg)*$/u;
/** Within one bracket the names of exchanges and their segments may stand between, too. */
const BESIDE_IN_BRACKET =
  /^(?:[^\p{L}\n\uE000.()[\]]|\n(?!\n)|\p{Lu}[\p{L}\p{N}]*|code|isin|et|und|and|de|d'|à|mnémo\p{Ll}*)*$/u;
const FARTHEST = 60;

/** ISO 6166: Luhn over the code, letters as two digits. */
export const isValidIsin = (code: string): boolean => {
  const digits = [...code].map((character) => parseInt(character, 36)).join('');
  let sum = 0;
  for (let index = digits.length - 1, twice = false; index >= 0; index -= 1, twice = !twice) {
    const digit = Number(digits[index]) * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
};

const isBeside = (text: string, from: number, to: number): boolean => {
  if (to < from || to - from > FARTHEST) return false;
  const between = text.slice(from, to);
  return BESIDE.test(between) || BESIDE_IN_BRACKET.test(between);
};

/**
 * Gives to listings the ISIN that stands beside them: the one behind, else the one before. An ISIN belongs to the nearest
 * listing alone, for a depositary receipt has another than the share; exchanges that share a symbol share it.
 *
 * @param mentions in order of their places in the text
 */
export const attachIsins = (text: string, mentions: readonly Mention[]): Mention[] => {
  const isins = new Map<number, string>();
  let next = 0;
  for (const { 0: isin, index } of mentions.length === 0 ? [] : text.matchAll(ISIN)) {
    if (!isWhole(text, index, index + isin.length) || !isValidIsin(isin)) continue;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < index) next += 1;
    const before = mentions[next - 1];
    const behind = mentions[next];
    if (before && !isins.has(before.start) && isBeside(text, before.end, index))
      isins.set(before.start, isin);
    else if (behind && isBeside(text, index + isin.length, behind.start)) isins.set(behind.start, isin);
  }
  return mentions.map((mention) => {
    const isin = isins.get(mention.start);
    return isin ? { ...mention, isin } : { ...mention };
  });
};
