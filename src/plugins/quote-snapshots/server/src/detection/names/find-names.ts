import { isFinanceWord } from './finance-words';
import { isLegalForm } from './legal-forms';
import { step, type NameNode } from './name-index';
import { nameWords, type NameWord } from './name-words';
import { isWordName } from './word-names';

/** A place of a text that names companies of an index. */
export interface FoundName {
  /** The keys of the companies that are called so. */
  keys: string[];
  /** Offsets into the text; `end` is exclusive. */
  start: number;
  end: number;
}

/** How many words on either side of a name are looked at for a second sign. */
const NEARBY_WORDS = 8;

/** What ends a sentence between two words: a sign beyond it says nothing. */
const ENDS_SENTENCE = /[.!?\n\uE000]/;

/** The longest name that begins at a word; undefined where none does. */
const longestAt = (
  words: readonly NameWord[],
  from: number,
  root: NameNode,
): { last: number; keys: Set<string> } | undefined => {
  let node: NameNode | undefined = root;
  let found: { last: number; keys: Set<string> } | undefined;
  for (let at = from; node && at < words.length; at += 1) {
    const { word, before } = words[at]!;
    node = node.next.get(step(at === from ? '' : before, word));
    if (node && node.keys.size > 0) found = { last: at, keys: node.keys };
  }
  return found;
};

/** Whether a finance word stands in the same sentence, at most some words away. */
const hasFinanceWordNear = (words: readonly NameWord[], at: number): boolean => {
  for (let ahead = at + 1; ahead <= at + NEARBY_WORDS && ahead < words.length; ahead += 1) {
    const { word, before } = words[ahead]!;
    if (ENDS_SENTENCE.test(before)) break;
    if (isFinanceWord(word)) return true;
  }
  for (let back = at; back > at - NEARBY_WORDS && back > 0; back -= 1) {
    if (ENDS_SENTENCE.test(words[back]!.before)) break;
    if (isFinanceWord(words[back - 1]!.word)) return true;
  }
  return false;
};

/** Whether a name stands in the possessive before a figure: `Apple's $3 billion`, `Target's first 10%`. */
const ownsFigure = (words: readonly NameWord[], at: number): boolean => {
  const possessive = words[at + 1];
  if (possessive?.word !== 's' || possessive.before !== "'") return false;
  return words
    .slice(at + 2, at + 5)
    .some(({ word, before }) => /^\d/.test(word) && !ENDS_SENTENCE.test(before));
};

/** The second sign that a name needs which is a word as well. */
const hasSecondSign = (words: readonly NameWord[], at: number): boolean => {
  const following = words[at + 1];
  const isCompany = following?.before === ' ' && isLegalForm(following.word);
  return isCompany || ownsFigure(words, at) || hasFinanceWordNear(words, at);
};

/**
 * The places of a text that name a company of an index: whole words in the capitals of the name, and of two names that begin at
 * one word the longer. A name that is a word as well (`Apple`, `Target`) needs a second sign: a legal form behind it, a possessive
 * before a figure, or a finance word in its sentence.
 *
 * The time is linear in the text: at each word, as many words are looked at as the longest name and the search for a second sign have.
 *
 * @param text normalized
 */
export const findNames = (text: string, index: NameNode): FoundName[] => {
  const words = nameWords(text);
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const longest = longestAt(words, at, index);
    if (!longest) continue;
    const { last, keys } = longest;
    const isOneWord = last === at;
    if (isOneWord && isWordName(words[at]!.word) && !hasSecondSign(words, at)) continue;
    found.push({ keys: [...keys], start: words[at]!.start, end: words[last]!.end });
    at = last;
  }
  return found;
};
