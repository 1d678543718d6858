import {
  inlineChildren,
  type BlockNode,
  type InlineNode,
  type ListItemNode,
  type ListNode,
} from './body-blocks';

/** A list that is open in the source. */
interface Level {
  format: ListNode['format'];
  /** The number of the last item, in the source's numbering. */
  number: number;
  /** True until the item has a text. */
  isAwaited: boolean;
  /** Absent until something is written into it, and after it was closed for a block that a list cannot contain. */
  list?: ListNode | undefined;
  /** The item to which text can still be added, because nothing was written after it. */
  item?: ListItemNode | undefined;
}

/** A body while it is being written, with the open lists, the outermost first. */
export interface BodyInProgress {
  blocks: BlockNode[];
  levels: Level[];
}
/** A block that becomes an item, or part of one, if a list is open. */
export type TextBlock = Exclude<BlockNode, { type: 'code' } | { type: 'list' }>;

export const startBody = (): BodyInProgress => ({ blocks: [], levels: [] });

/** @param start the number of the first item of a numbered list */
export const openList = ({ levels }: BodyInProgress, format: ListNode['format'], start = 1): void => {
  levels.push({ format, number: start - 1, isAwaited: false });
};

/** Strapi's lists contain only items and lists. Any other block closes the list, and another list begins after it. */
const closeLists = ({ levels }: BodyInProgress): void => {
  for (const level of levels) {
    level.list = undefined;
    level.item = undefined;
  }
};

const itemOf = (children: readonly InlineNode[]): ListItemNode => ({
  type: 'list-item',
  children: inlineChildren(children),
});

const addItem = (level: Level, list: ListNode, children: readonly InlineNode[]): void => {
  const isCounted = level.format === list.format;
  // Items without text are left out. In lists that Strapi numbers, the items after them must keep their numbers.
  const before = list.children.filter(({ type }) => type === 'list-item').length + 1;
  if (list.format === 'ordered')
    for (let number = before; number < level.number; number += 1) list.children.push(itemOf([]));
  // Strapi's lists count from 1. If the source counts from another number, the numbers are written as text.
  level.item = itemOf([{ type: 'text', text: isCounted ? '' : `${level.number}. ` }, ...children]);
  list.children.push(level.item);
  level.isAwaited = false;
};

/** The innermost list. Missing lists are begun, with those around it. */
const listToWrite = ({ blocks, levels }: BodyInProgress): ListNode | undefined => {
  let around: Level | undefined;
  for (const [indentLevel, level] of levels.entries()) {
    if (!level.list) {
      const first = level.isAwaited ? level.number : level.number + 1;
      level.list = {
        type: 'list',
        format: first === 1 ? level.format : 'unordered',
        indentLevel,
        children: [],
      };
      if (around?.list) {
        // Without this empty item, the next one would get its number.
        if (around.isAwaited && around.format === 'ordered') addItem(around, around.list, []);
        around.list.children.push(level.list);
        around.item = undefined;
      } else blocks.push(level.list);
    }
    around = level;
  }
  return around?.list;
};

export const openItem = ({ levels }: BodyInProgress): void => {
  const level = levels.at(-1);
  if (!level) return;
  level.number += 1;
  level.isAwaited = true;
  level.item = undefined;
};

export const closeItem = ({ levels }: BodyInProgress): void => {
  const level = levels.at(-1);
  if (!level) return;
  level.isAwaited = false;
  level.item = undefined;
};

export const closeList = ({ levels }: BodyInProgress): void => {
  levels.pop();
};

/** Adds a block that a list cannot contain: code, or the row of a table. */
export const addApart = (body: BodyInProgress, block: BlockNode): void => {
  closeLists(body);
  body.blocks.push(block);
};

/**
 * Adds a text to the open item, if there is one. If a list or code in the item came before, the text becomes a block of its own, so
 * that the body keeps the order of the source.
 */
export const addText = (body: BodyInProgress, block: TextBlock): void => {
  const level = body.levels.at(-1);
  if (level?.isAwaited) {
    const list = listToWrite(body);
    if (list) addItem(level, list, block.children);
  } else if (level?.item) {
    const lineEnd: InlineNode = { type: 'text', text: '\n' };
    level.item.children = inlineChildren([...level.item.children, lineEnd, ...block.children]);
  } else addApart(body, block);
};
