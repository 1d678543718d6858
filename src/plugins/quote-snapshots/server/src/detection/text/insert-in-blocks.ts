type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text that `blocksText` adds before and after the text of a node, and instead of omitted nodes. */
const LINES: ReadonlySet<unknown> = new Set(['paragraph', 'heading', 'list', 'list-item', 'quote', 'image']);
const BLANK_LINE = 2;
const CODE_BLOCK = 5;
const INLINE_CODE = 1;

interface Walk {
  /** The present offset of the walk in the text of the blocks. */
  at: number;
  done: boolean;
}

const insertInNode = (node: Node, offset: number, inserted: string, walk: Walk): Node => {
  if (node.type === 'text') {
    const isRead = node.code !== true && typeof node.text === 'string';
    const text = typeof node.text === 'string' ? node.text : '';
    const begin = walk.at;
    walk.at += isRead ? text.length : INLINE_CODE;
    // The text is inserted into the node in which the name ends, not into one that begins there.
    if (walk.done || !isRead || offset <= begin || offset > walk.at) return node;
    walk.done = true;
    const cut = offset - begin;
    return { ...node, text: text.slice(0, cut) + inserted + text.slice(cut) };
  }
  if (node.type === 'code') {
    walk.at += CODE_BLOCK;
    return node;
  }
  const line = LINES.has(node.type) ? BLANK_LINE : 0;
  walk.at += line;
  const children = insertInBlocks(node.children, offset, inserted, walk);
  walk.at += line;
  return children === node.children ? node : { ...node, children };
};

/**
 * Inserts text into the value of a blocks field, after a character of its text as `blocksText` returns it.
 *
 * @param offset into that text; from 1
 * @returns the value unchanged if there is no editable text at the offset
 */
export const insertInBlocks = (
  value: unknown,
  offset: number,
  inserted: string,
  walk: Walk = { at: 0, done: false },
): unknown => {
  if (!Array.isArray(value)) return value;
  const changed = value.map((node: unknown) =>
    isNode(node) ? insertInNode(node, offset, inserted, walk) : node,
  );
  return walk.done ? changed : value;
};
