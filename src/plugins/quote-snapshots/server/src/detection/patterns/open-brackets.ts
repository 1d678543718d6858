/** The most characters between an opening bracket and a mention in it. Such brackets contain names, not paragraphs. */
const FARTHEST = 300;

/**
 * Finds the innermost bracket that is open at an offset. A blank line and omitted code close all brackets.
 *
 * @returns a function that must be called with increasing offsets and reads each character once; it returns the offset of the
 * opening bracket, or undefined
 */
export const openBracketFinder = (text: string): ((at: number) => number | undefined) => {
  const open: number[] = [];
  let read = 0;
  return (at) => {
    for (; read < at; read += 1) {
      const character = text[read];
      if (character === '(' || character === '[') open.push(read);
      else if (character === ')' || character === ']') open.pop();
      else if (character === '\uE000' || (character === '\n' && text[read - 1] === '\n')) open.length = 0;
    }
    const innermost = open.at(-1);
    return innermost !== undefined && at - innermost <= FARTHEST ? innermost : undefined;
  };
};
