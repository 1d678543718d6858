import type { Mention } from '../mention';

const ISIN = /[A-Z]{2}[A-Z0-9]{9}\d/g;
/** This is checked for each match. As part of the pattern it would be checked for every character of the text. */
const isWhole = (text: string, at: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test((text[at - 1] ?? '') + (text[end] ?? ''));
/** The text that may stand between a listing and its ISIN: punctuation, codes in capitals, and labels of codes. */
const BESIDE =
  /^(?:[^\p{Ll}\n\uE000.]|\n(?!\n)|code|Code|Wkn|Isin|isin|and|und|et|mnémo\p{Ll}*|Mn[ée]mo\p{Ll}*|[Tt]icker|[Ss]ymbol|Kürzel|Reuters|Bloomberg)*$/u;
/** In the same bracket, names of exchanges and segments may also stand between them. */
const BESIDE_IN_BRACKET =
  /^(?:[^\p{L}\n\uE000.()[\]]|\n(?!\n)|\p{Lu}[\p{L}\p{N}]*|code|isin|et|und|and|de|d'|à|mnémo\p{Ll}*)*$/u;
const FARTHEST = 60;

/** Whether the check digit of an ISIN is right: ISO 6166, the Luhn sum with each letter as a number of two digits. */
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
 * Adds to each listing the ISIN after it, or else before it. An ISIN belongs only to the nearest listing, because a depositary
 * receipt has another ISIN than the share. Exchanges that share a symbol share its ISIN.
 *
 * @param mentions in the order of the text
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
