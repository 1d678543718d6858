import { normalizePlain } from '../text/normalized-text';
import { withoutLegalForm } from './legal-forms';
import { nameWords } from './name-words';

/** A company that a text may name. `key` is the caller's own. */
export interface NamedCompany {
  key: string;
  /** Its name, its legal name, and other names that the press prints. */
  names: readonly string[];
}

/** A word of a name. The path from the root to it spells a name. */
export interface NameNode {
  next: Map<string, NameNode>;
  /** The companies whose name the path spells; more than one if the name is ambiguous. */
  keys: Set<string>;
}

/** Longer names are not in the index, which bounds how many words are read at each place of a text. */
export const MOST_WORDS = 10;

export const newNode = (): NameNode => ({ next: new Map(), keys: new Set() });

/** The edge from a word of a name to the next: the text between the two, and the word. */
export const edgeKey = (before: string, word: string): string => `${before}\u0000${word}`;

/** A name of one letter or of digits only would be found in every text. */
const isTooShort = (name: string): boolean => name.length < 2 || /^\d+$/.test(name);

const add = (root: NameNode, name: string, key: string): void => {
  const words = nameWords(normalizePlain(name).text);
  if (words.length === 0 || words.length > MOST_WORDS || isTooShort(name)) return;
  let node = root;
  words.forEach(({ word, before }, index) => {
    const way = edgeKey(index === 0 ? '' : before, word);
    const following = node.next.get(way) ?? newNode();
    node.next.set(way, following);
    node = following;
  });
  node.keys.add(key);
};

/**
 * An index of names by their words. Looking up a place of a text takes as many steps as the longest name has words. Each name is
 * indexed as it is written, without its legal form, and in capitals, as headlines print it.
 */
export const buildNameIndex = (companies: readonly NamedCompany[]): NameNode => {
  const root = newNode();
  for (const { key, names } of companies) {
    const spellings = new Set(names.flatMap((name) => [name.trim(), withoutLegalForm(name)]));
    for (const spelling of spellings) {
      add(root, spelling, key);
      if (spelling.length > 3) add(root, spelling.toUpperCase(), key);
    }
  }
  return root;
};
