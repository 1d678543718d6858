import { BREAK } from './normalized-text';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Block nodes. Blank lines separate their text from the text around them. */
const LINES: ReadonlySet<unknown> = new Set(['paragraph', 'heading', 'list', 'list-item', 'quote', 'image']);

/**
 * The text of a blocks field (https://docs.strapi.io/cms/features/content-manager, "Rich text (Blocks)"). Inline nodes are joined,
 * so that formatting and links do not split a mention. Blank lines separate the blocks. Code is left out. A value of another shape
 * has no text.
 *
 * The walk has its own stack, because a client decides how deep blocks are nested, and recursion could overflow.
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
