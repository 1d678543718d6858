/** How far back a bracket may have opened: a mention's brackets hold names, not paragraphs. */
const FARTHEST = 300;

/** Where the innermost bracket that is open at a place began, or undefined. Never across a blank line or code. */
export const openBracket = (text: string, at: number): number | undefined => {
  let closed = 0;
  const limit = Math.max(0, at - FARTHEST);
  for (let index = at - 1; index >= limit; index -= 1) {
    const character = text[index];
    if (character === ')' || character === ']') closed += 1;
    else if (character === '(' || character === '[') {
      if (closed === 0) return index;
      closed -= 1;
    } else if (character === '\uE000' || (character === '\n' && text[index - 1] === '\n')) return undefined;
  }
  return undefined;
};
