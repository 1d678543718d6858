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
  /** Of the item that was opened last, as the source counts. */
  number: number;
  /** The item has no text yet. */
  isAwaited: boolean;
  /** Absent until something is written into it, and after it was closed for a block that a list cannot hold. */
  list?: ListNode | undefined;
  /** The item whose text can go on: nothing was written after it. */
  item?: ListItemNode | undefined;
}

/** A body while it is written, from its start to its end, with the lists that are open, the outermost first. */
export interface BodyInProgress {
  blocks: BlockNode[];
  levels: Level[];
}
/** A block that is an item, or a part of one, where a list is open. */
export type TextBlock = Exclude<BlockNode, { type: 'code' } | { type: 'list' }>;

export const startBody = (): BodyInProgress => ({ blocks: [], levels: [] });

/** @param start the number of the first item, where items are numbered */
export const openList = ({ levels }: BodyInProgress, format: ListNode['format'], start = 1): void => {
  levels.push({ format, number: start - 1, isAwaited: false });
};

/** Lists in Strapi hold items and lists: a list is closed for any other block, and what follows begins another. */
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
  // Items without text are left out; where Strapi counts, the items after them keep their numbers.
  const before = list.children.filter(({ type }) => type === 'list-item').length + 1;
  if (list.format === 'ordered')
    for (let number = before; number < level.number; number += 1) list.children.push(itemOf([]));
  // Strapi's lists count from 1: where the source counts from another number, the numbers are text.
  level.item = itemOf([{ type: 'text', text: isCounted ? '' : `${level.number}. ` }, ...children]);
  list.children.push(level.item);
  level.isAwaited = false;
};

/** The innermost list, begun where it is absent, with those around it. */
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
        // Without its item, the one after it would be given its number.
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

/** Adds a block that no list can hold: code, or the row of a table. */
export const addApart = (body: BodyInProgress, block: BlockNode): void => {
  closeLists(body);
  body.blocks.push(block);
};

/**
 * Adds a text: to the item that is open, if any. An item's text that follows a list or code in it is a block of its own, so that
 * the body reads in the order of the source.
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
