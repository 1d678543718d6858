import type { BlockNode, InlineNode, ListNode } from '../../newsroom/text/body-blocks';
import { childrenOf, isText, isWordMarker, styleOf, type HtmlNode } from './html-node';

const markerText = (node: HtmlNode): string =>
  isText(node) ? (node.nodeValue ?? '') : childrenOf(node).map(markerText).join('');

/** An item of one of Word's lists: a paragraph whose style names its list and level. */
export const wordItem = (node: HtmlNode): { level: number; format: ListNode['format'] } | undefined => {
  const level = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(node))?.[1];
  if (!level) return undefined;
  const markers = (one: HtmlNode): HtmlNode[] =>
    isWordMarker(one) ? [one] : childrenOf(one).flatMap(markers);
  const marker = markers(node).map(markerText).join('').trim();
  return { level: Number(level), format: /^(\d+|[a-z]|[ivx]+)[.)]/i.test(marker) ? 'ordered' : 'unordered' };
};

/** Adds an item to the list that the blocks end with, or begins one. */
export const addWordItem = (
  blocks: BlockNode[],
  { level, format }: { level: number; format: ListNode['format'] },
  children: InlineNode[],
): void => {
  const last = blocks.at(-1);
  let list = last?.type === 'list' && (level > 1 || last.format === format) ? last : undefined;
  if (!list) {
    list = { type: 'list', format, indentLevel: 0, children: [] };
    blocks.push(list);
  }
  for (let depth = 1; depth < level; depth += 1) {
    const nested: ListNode['children'][number] | undefined = list.children.at(-1);
    if (nested?.type === 'list') list = nested;
    else {
      const deeper: ListNode = { type: 'list', format, indentLevel: depth, children: [] };
      list.children.push(deeper);
      list = deeper;
    }
  }
  list.children.push({ type: 'list-item', children });
};
