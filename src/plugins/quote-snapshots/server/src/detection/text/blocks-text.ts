import { BREAK } from './normalized-text';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nodes whose children stand in a line of their own. */
const LINES: ReadonlySet<unknown> = new Set(['paragraph', 'heading', 'list', 'list-item', 'quote', 'image']);

/**
 * The text of Strapi blocks: inline nodes joined, so that formatting and links split no mention; a blank line
 * between blocks; code left out. A stack of its own instead of recursion: a client may nest blocks as deep as it
 * likes. What has not the shape of blocks has no text.
 */
export const blocksText = (blocks: unknown): string => {
  const pieces: string[] = [];
  const stack: unknown[] = [blocks];
  while (stack.length > 0) {
    const node = stack.pop();
    if (typeof node === 'string') pieces.push(node);
    else if (Array.isArray(node))
      for (let index = node.length - 1; index >= 0; index -= 1) stack.push(node[index]);
    else if (isNode(node)) {
      if (node.type === 'text')
        pieces.push(node.code === true || typeof node.text !== 'string' ? BREAK : node.text);
      else if (node.type === 'code') pieces.push(`\n\n${BREAK}\n\n`);
      else if (LINES.has(node.type)) stack.push('\n\n', node.children, '\n\n');
      else stack.push(node.children);
    }
  }
  return pieces.join('');
};
