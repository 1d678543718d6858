/** A word of a text, and the text between it and the word before. A run of spaces counts as one. */
export interface NameWord {
  word: string;
  before: string;
  /** Offsets into the text; `end` is exclusive. */
  start: number;
  end: number;
}

// One quantifier over one class of characters, so that each character of a text is read once.
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ALL_SPACE = /^ +$/;

/** The words of a text. `AT&T` is two words separated by `&`. The text must be normalized, which folds typographic variants. */
export const nameWords = (text: string): NameWord[] => {
  const words: NameWord[] = [];
  let behind = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const between = text.slice(behind, match.index);
    const end = match.index + word.length;
    words.push({ word, before: ALL_SPACE.test(between) ? ' ' : between, start: match.index, end });
    behind = end;
  }
  return words;
};
