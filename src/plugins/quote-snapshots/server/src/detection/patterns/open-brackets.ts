/** Characters between an opening bracket and a mention in it: brackets of mentions contain names, not paragraphs. */
const FARTHEST = 300;

/**
 * Finds the innermost bracket that is open at a place. A blank line and left-out code close all brackets.
 *
 * @returns a function to call with places that only grow, which reads each character once; it gives the place of the opening
 * bracket, or undefined
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
