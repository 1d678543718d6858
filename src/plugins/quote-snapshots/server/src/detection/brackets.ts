/** How far back a bracket may have opened: a mention's brackets hold names, not paragraphs. */
const FARTHEST = 300;

/**
 * Tells whether a place stands in brackets that opened before it. Never across a blank line or code.
 *
 * @returns a function to ask for ever later places of this text: it reads each character once
 */
export const bracketsOf = (text: string): ((at: number) => boolean) => {
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
    return innermost !== undefined && at - innermost <= FARTHEST;
  };
};
