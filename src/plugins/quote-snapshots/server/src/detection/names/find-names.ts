import { isFinanceWord } from './finance-words';
import { isLegalForm } from './legal-forms';
import { edgeKey, type NameNode } from './name-index';
import { nameWords, type NameWord } from './name-words';
import { isWordName } from './word-names';

/** A place in a text with the name of companies in an index. */
export interface FoundName {
  /** The keys of the companies with this name. */
  keys: string[];
  /** Offsets into the text; `end` is exclusive. */
  start: number;
  end: number;
}

/** How many words on either side of a name are searched for further evidence. */
const NEARBY_WORDS = 8;

/** Marks that end a sentence. Evidence in another sentence does not count. */
const ENDS_SENTENCE = /[.!?\n\uE000]/;

/** The longest name that begins at a word; undefined if none does. */
const longestAt = (
  words: readonly NameWord[],
  from: number,
  root: NameNode,
): { last: number; keys: Set<string> } | undefined => {
  let node: NameNode | undefined = root;
  let found: { last: number; keys: Set<string> } | undefined;
  for (let at = from; node && at < words.length; at += 1) {
    const { word, before } = words[at]!;
    node = node.next.get(edgeKey(at === from ? '' : before, word));
    if (node && node.keys.size > 0) found = { last: at, keys: node.keys };
  }
  return found;
};

/** Whether a financial term is in the same sentence, at most some words away. */
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

/** Whether a name is a possessive before a figure: `Apple's $3 billion`, `Target's first 10%`. */
const ownsFigure = (words: readonly NameWord[], at: number): boolean => {
  const possessive = words[at + 1];
  if (possessive?.word !== 's' || possessive.before !== "'") return false;
  return words
    .slice(at + 2, at + 5)
    .some(({ word, before }) => /^\d/.test(word) && !ENDS_SENTENCE.test(before));
};

/** Whether there is the further evidence that a name needs if it is also a word. */
const hasSecondSign = (words: readonly NameWord[], at: number): boolean => {
  const following = words[at + 1];
  const isCompany = following?.before === ' ' && isLegalForm(following.word);
  return isCompany || ownsFigure(words, at) || hasFinanceWordNear(words, at);
};

/**
 * The places in a text that name a company of an index: whole words in the name's capitals. If two names begin at the same word,
 * the longer one counts. A name that is also a word (`Apple`, `Target`) needs further evidence: a legal form after it, a possessive
 * before a figure, or a financial term in its sentence.
 *
 * The time is linear in the length of the text: at each word, only as many words are read as the longest name has, and as are
 * searched for evidence.
 *
 * @param text normalized text
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
