import { APART, type Hidden } from './markdown-spans';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LINK_DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/;
const INDENTED = /^(?: {4}|\t)/;
const LIST_ITEM = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/**
 * Hides the lines of fenced code, indented code and link definitions (https://spec.commonmark.org/0.31.2/#leaf-blocks). Indented
 * lines are code only after a blank line and outside of lists.
 */
export const hideLines = (text: string, hidden: Hidden): void => {
  let fence: { start: number; mark: string } | undefined;
  let blank = true;
  let list = false;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).trimEnd();
    const mark = line === '' ? undefined : FENCE.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence.mark) && line.trimStart() === mark) {
        hidden.fill(APART, fence.start, end);
        fence = undefined;
      }
    } else if (line === '') blank = true;
    else if (mark) fence = { start, mark };
    else if (INDENTED.test(line) && blank && !list) hidden.fill(APART, start, end);
    else if (LINK_DEFINITION.test(line)) hidden.fill(APART, start, end);
    else {
      if (LIST_ITEM.test(line)) list = true;
      else if (!/^\s/.test(line)) list = false;
      blank = false;
    }
    start = end + 1;
  }
  if (fence) hidden.fill(APART, fence.start);
};
