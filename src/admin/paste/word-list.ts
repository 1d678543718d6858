import {
  inlineChildren,
  type BlockNode,
  type InlineNode,
  type ListNode,
} from '../../newsroom/text/body-blocks';
import { childrenOf, isText, isWordMarker, styleOf, type HtmlNode } from './html-node';

/** An item of one of Word's lists. */
interface WordItem {
  /** The level, from 1 for the outermost. */
  level: number;
  format: ListNode['format'];
  /** The number that Word shows; undefined for bullets, letters and Roman numerals. */
  number: number | undefined;
}

const markerText = (node: HtmlNode): string =>
  isText(node) ? (node.nodeValue ?? '') : childrenOf(node).map(markerText).join('');

/** Reads an item of a Word list: a paragraph whose style names its list and level. */
export const wordItem = (node: HtmlNode): WordItem | undefined => {
  const level = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(node))?.[1];
  if (!level) return undefined;
  const markers = (one: HtmlNode): HtmlNode[] =>
    isWordMarker(one) ? [one] : childrenOf(one).flatMap(markers);
  const marker = markers(node).map(markerText).join('').trim();
  // The number of a heading such as 2.1. is the last one in it.
  const number = /^(?:\d+\.)*(\d+)[.)]?$/.exec(marker)?.[1];
  const isOrdered = /^(\d+|[a-z]|[ivx]+)[.)]/i.test(marker);
  return {
    level: Number(level),
    format: isOrdered ? 'ordered' : 'unordered',
    number: isOrdered && number !== undefined ? Number(number) : undefined,
  };
};

type Nodes = (BlockNode | ListNode['children'][number])[];

const itemsOf = ({ children }: ListNode) =>
  children.flatMap((one) => (one.type === 'list-item' ? [one] : []));

/** Whether an item is the next one of a list that has its numbers as text. */
const continuesText = (list: ListNode, number: number): boolean => {
  const first = itemsOf(list).at(-1)?.children[0];
  return list.format === 'unordered' && first?.type === 'text' && first.text.startsWith(`${number - 1}. `);
};

const fits = (list: ListNode, { format, number }: WordItem): boolean =>
  format === 'unordered' || number === undefined
    ? list.format === format
    : continuesText(list, number) || (list.format === 'ordered' && itemsOf(list).length + 1 === number);

/** The list at the end of these nodes if the item continues it, otherwise a new list. */
const listAt = (nodes: Nodes, indentLevel: number, item: WordItem): ListNode => {
  const last = nodes.at(-1);
  const isOfItem = indentLevel === item.level - 1;
  if (last?.type === 'list' && (!isOfItem || fits(last, item))) return last;
  // Strapi's lists count from 1. If Word counts from another number, the numbers are kept as text.
  const format = isOfItem && (item.number ?? 1) !== 1 ? 'unordered' : item.format;
  const list: ListNode = { type: 'list', format, indentLevel, children: [] };
  nodes.push(list);
  return list;
};

/** Adds an item to the list at the end of the blocks, or begins a new list. */
export const addWordItem = (blocks: BlockNode[], item: WordItem, children: InlineNode[]): void => {
  let list = listAt(blocks, 0, item);
  for (let depth = 1; depth < item.level; depth += 1) list = listAt(list.children, depth, item);
  const isText = item.number !== undefined && list.format === 'unordered';
  const number: InlineNode[] = isText ? [{ type: 'text', text: `${item.number}. ` }] : [];
  list.children.push({ type: 'list-item', children: inlineChildren([...number, ...children]) });
};
