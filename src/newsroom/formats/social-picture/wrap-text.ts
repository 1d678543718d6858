/** Returns the width of a text as it would be drawn. */
export type Measure = (text: string) => number;

/** The letters of a word that fit into a width, and the rest, for words longer than a line. */
const cutWord = (word: string, width: number, measure: Measure): [head: string, rest: string] => {
  const letters = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
  let count = 1;
  while (count < letters.length && measure(letters.slice(0, count + 1).join('')) <= width) count += 1;
  return [letters.slice(0, count).join(''), letters.slice(count).join('')];
};

/** The line, shortened with an ellipsis so that it fits. */
const shorten = (line: string, width: number, measure: Measure): string => {
  const [head] = measure(`${line}…`) <= width ? [line] : cutWord(line, width - measure('…'), measure);
  return `${head.trimEnd()}…`;
};

/**
 * Breaks a text into lines.
 *
 * @param width of a line, in the unit of `measure`
 * @param most the most lines; if the text is longer, the last one ends with an ellipsis
 */
export const wrapText = (text: string, width: number, most: number, measure: Measure): string[] => {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  while (words.length > 0 && lines.length < most) {
    const word = words.shift() ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line === '') {
      const [head, rest] = cutWord(word, width, measure);
      lines.push(head);
      if (rest !== '') words.unshift(rest);
    } else {
      lines.push(line);
      line = '';
      words.unshift(word);
    }
  }
  if (lines.length < most && line !== '') return [...lines, line];
  const last = lines.at(-1);
  if (last === undefined || (words.length === 0 && line === '')) return lines;
  return [...lines.slice(0, -1), shorten(last, width, measure)];
};
