import { isLegalForm } from './legal-forms';

/** The longest name that is detected, in UTF-16 code units. */
const LONGEST = 100;

/** Marks that end a name on its left: punctuation before a space, a bracket, a quotation mark, a dash, a line break. */
const BOUNDARY = /[;:!?()[\]{}"“”„«»|\n\r\t–—]|--|,(?!\s+\S+$)/;

/** Words in lower case that begin a sentence or stand before a name, and are part of none. */
const NO_PART: ReadonlySet<string> = new Set(
  `the a an of in on at for from with by to as and or but while when where after before since if so yet also both like rival rivals
  shares share stock stocks units adrs meanwhile however today yesterday analysts investors companies among unlike including
  der die das den dem des ein eine einen einem einer eines und oder aber bei von vom mit für auf aus nach vor seit zum zur im am als wie
  aktien aktie auch während
  le la les un une des du de et ou mais chez avec pour dans sur par selon
  el los las del y o pero con para en por según acciones`.split(/\s+/),
);

/** Institutions whose names continue after `of`: Bank of America, Royal Bank of Canada. */
const NAMED_OF: ReadonlySet<string> = new Set(
  'bank banco banque banca company compagnie trust corporation group society university'.split(' '),
);

const JOINS_OF: ReadonlySet<string> = new Set(['of', 'de', 'di', 'do']);
const JOINS: ReadonlySet<string> = new Set(['&', '+']);

interface Word {
  text: string;
  start: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }));

/** `Tinto`, `3M`, `eBay`: a word of a name contains a capital. In scripts without capitals, every letter counts as one. */
const isNameWord = (word: string): boolean => /\p{Lu}|\p{Lo}/u.test(word);

/** "1st Source", "21st Century": an ordinal number can begin a name, but is not a name by itself. */
const beginsName = (word: string): boolean => /^\d+(?:st|nd|rd|th)$/.test(word);

/** Whether a full stop after a word ends a sentence. It does not after an initial or a legal form. */
const endsSentence = (word: string): boolean =>
  /[.…]$/.test(word) &&
  !/^(?:\p{Lu}\.)+$/u.test(word) &&
  !/^(?:St|Dr|Mr|Mrs)\.$/.test(word) &&
  !isLegalForm(word);

const isPossessive = (word: string): boolean => /['’]s$|s['’]$/.test(word);

/** The index of the first word of a name, searched from its end; `words.length` if there is no name. */
const firstWord = (words: readonly Word[]): number => {
  let first = words.length;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const { text } = words[index]!;
    const isLast = index === words.length - 1;
    const lower = text.toLowerCase();
    if (JOINS.has(text)) {
      if (isLast) break;
      continue;
    }
    if (JOINS_OF.has(lower) && text === lower) {
      const before = words[index - 1]?.text.toLowerCase() ?? '';
      if (isLast || !NAMED_OF.has(before)) break;
      continue;
    }
    // "Rio Tinto plc": some legal forms are written in lower case.
    if (!isLast && beginsName(text)) return index;
    if (!(isNameWord(text) || (isLast && isLegalForm(text))) || NO_PART.has(lower)) break;
    // "Britain's Rio Tinto", "Profits fell. Rio Tinto": the words before are not part of the name. A legal form alone is not a
    // name.
    const rest = words.slice(index + 1);
    const goesOn = !isLast && rest.some((word) => !isLegalForm(word.text));
    if (goesOn && (endsSentence(text) || isPossessive(text))) break;
    // The comma in "Apple, Inc." is part of the name. Any other comma is not.
    if (goesOn && text.endsWith(',') && !rest.every((word) => isLegalForm(word.text))) break;
    first = index;
  }
  return first;
};

/**
 * The name of a company before a mention: `Rio Tinto` in "shares of Rio Tinto (LSE: RIO)". It is a guess, and is used only to name
 * a new company. The time does not grow with the text.
 *
 * @param end where the mention begins, including its bracket
 * @returns a part of the text; null if there are no words with capitals right before the mention
 */
export const companyBefore = (text: string, end: number): string | null => {
  const from = Math.max(0, end - LONGEST);
  const window = text.slice(from, Math.max(0, end)).trimEnd();
  const cut = from > 0 ? window.replace(/^\S*/, (part) => ' '.repeat(part.length)) : window;
  let begin = 0;
  for (const match of cut.matchAll(new RegExp(BOUNDARY.source, 'g'))) {
    begin = match.index + match[0].length;
  }
  const words = wordsOf(cut.slice(begin));
  const first = words[firstWord(words)];
  if (!first) return null;
  const name = cut
    .slice(begin + first.start)
    .replace(/['’]s?$|,$/, '')
    .trim();
  return /\p{L}/u.test(name) && !name.split(/\s+/).every(isLegalForm) ? name : null;
};
