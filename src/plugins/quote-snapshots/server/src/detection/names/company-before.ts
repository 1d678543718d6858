import { isLegalForm } from './legal-forms';

/** The longest name that is looked for, in UTF-16 code units. */
const LONGEST = 100;

/** What ends a name to the left: a mark of punctuation before a space, a bracket, a quotation mark, a dash, another line. */
const BOUNDARY = /[;:!?()[\]{}"“”„«»|\n\r\t–—]|--|,(?!\s+\S+$)/;

/** Words that begin a sentence, or stand before a name, and belong to none; in lower case. */
const NO_PART: ReadonlySet<string> = new Set(
  `the a an of in on at for from with by to as and or but while when where after before since if so yet also both like rival rivals
  shares share stock stocks units adrs meanwhile however today yesterday analysts investors companies among unlike including
  der die das den dem des ein eine einen einem einer eines und oder aber bei von vom mit für auf aus nach vor seit zum zur im am als wie
  aktien aktie auch während
  le la les un une des du de et ou mais chez avec pour dans sur par selon
  el los las del y o pero con para en por según acciones`.split(/\s+/),
);

/** Institutions, whose names go on behind `of`: Bank of America, Royal Bank of Canada. */
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

/** `Tinto`, `3M`, `eBay`: a word of a name has a capital somewhere. Many scripts have none, and then every letter is one. */
const isNameWord = (word: string): boolean => /\p{Lu}|\p{Lo}/u.test(word);

/** "1st Source", "21st Century": a number in order begins a name, and is none by itself. */
const beginsName = (word: string): boolean => /^\d+(?:st|nd|rd|th)$/.test(word);

/** Whether a full stop behind a word ends a sentence: not behind an initial or a legal form. */
const endsSentence = (word: string): boolean =>
  /[.…]$/.test(word) &&
  !/^(?:\p{Lu}\.)+$/u.test(word) &&
  !/^(?:St|Dr|Mr|Mrs)\.$/.test(word) &&
  !isLegalForm(word);

const isPossessive = (word: string): boolean => /['’]s$|s['’]$/.test(word);

/** Where the words of a name begin, read from its end; `words.length` where there are none. */
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
    // "Rio Tinto plc": some legal forms are written without a capital.
    if (!isLast && beginsName(text)) return index;
    if (!(isNameWord(text) || (isLast && isLegalForm(text))) || NO_PART.has(lower)) break;
    // "Britain's Rio Tinto", "Profits fell. Rio Tinto": what comes before is no part. A legal form alone is no name.
    const rest = words.slice(index + 1);
    const goesOn = !isLast && rest.some((word) => !isLegalForm(word.text));
    if (goesOn && (endsSentence(text) || isPossessive(text))) break;
    // The comma of "Apple, Inc." is part of the name, any other is not.
    if (goesOn && text.endsWith(',') && !rest.every((word) => isLegalForm(word.text))) break;
    first = index;
  }
  return first;
};

/**
 * The name of a company as the text prints it before a mention: `Rio Tinto` in "shares of Rio Tinto (LSE: RIO)". A guess, made to
 * name a new company, and for nothing else. Its time does not grow with the text.
 *
 * @param end where the mention begins, with its bracket
 * @returns a part of the text; null where no words with capitals stand right before it
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
