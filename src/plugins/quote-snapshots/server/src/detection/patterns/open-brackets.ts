/** How far back a bracket may have opened: a mention's brackets hold names, not paragraphs. */
const FARTHEST = 300;

/**
 * Tells in which brackets a place stands that opened before it. Never across a blank line or code.
 *
 * @returns a function to ask for ever later places of this text: it reads each character once, and gives the place of the
 * innermost open bracket, or undefined
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
