import type { BlockNode, InlineNode, ListNode, TextNode } from '../../newsroom/text/body-blocks';
import {
  addApart,
  addText,
  closeItem,
  closeList,
  openItem,
  openList,
  startBody,
  type BodyInProgress,
} from '../../newsroom/text/write-body';
import { aroundContent, inlineOf, rowOf, type Around } from './html-inline';
import {
  attribute,
  childrenOf,
  contains,
  isBlock,
  isSkipped,
  nameOf,
  preformattedText,
  styleOf,
  type HtmlNode,
} from './html-node';
import { addWordItem, wordItem } from './word-list';

/** Mail programs use `blockquote` for the message that is answered and for indentation. Neither is a quotation. */
const isQuotation = (node: HtmlNode): boolean =>
  nameOf(node) === 'BLOCKQUOTE' &&
  attribute(node, 'type') !== 'cite' &&
  !/gmail_quote|webkit-indent/.test(attribute(node, 'class')) &&
  !/margin:\s*0(px)?\s+0(px)?\s+0(px)?\s+40px/.test(styleOf(node));

const isTable = (node: HtmlNode): boolean => nameOf(node) === 'TABLE';

/** Headings are always bold. */
const withoutBold = (node: InlineNode): InlineNode => {
  const plain = ({ bold: _bold, ...text }: TextNode): TextNode => text;
  return node.type === 'text' ? plain(node) : { ...node, children: node.children.map(plain) };
};

const addList = (node: HtmlNode, format: ListNode['format'], body: BodyInProgress, around: Around): void => {
  const start = attribute(node, 'start');
  openList(body, format, /^-?\d+$/.test(start) ? Number(start) : 1);
  addBlocks(childrenOf(node), body, around);
  closeList(body);
};

const addItem = (node: HtmlNode, body: BodyInProgress, around: Around): void => {
  openItem(body);
  addBlocks(childrenOf(node), body, around);
  closeItem(body);
};

/** E-mails and old web pages use tables for layout: if each cell of a row has several paragraphs, it is not a row of data. */
const isLayout = (cells: readonly HtmlNode[], blocks: readonly BlockNode[][]): boolean =>
  cells.length === 1 ||
  cells.some((cell) => contains(cell, isTable)) ||
  blocks.some(([first, ...others]) => others.length > 0 || /^(list|code)$/.test(first?.type ?? ''));

const addRow = (row: HtmlNode, body: BodyInProgress, around: Around): void => {
  const cells = childrenOf(row).filter((cell) => /^T[HD]$/.test(nameOf(cell)));
  const blocks = cells.map((cell) => blocksOf(cell, around));
  if (isLayout(cells, blocks)) {
    for (const block of blocks.flat()) addApart(body, block);
    return;
  }
  const children = rowOf(cells, around);
  if (children.length > 0) addApart(body, { type: 'paragraph', children });
};

const addLeaf = (node: HtmlNode, body: BodyInProgress, around: Around): void => {
  const children = inlineOf(childrenOf(node), around);
  if (children.length === 0) return;
  const level = /^H([1-6])$/.exec(nameOf(node))?.[1];
  const item = body.levels.length === 0 ? wordItem(node) : undefined;
  if (level) addText(body, { type: 'heading', level: Number(level), children: children.map(withoutBold) });
  else if (item) addWordItem(body.blocks, item, children);
  else addText(body, { type: around.isQuote || isQuotation(node) ? 'quote' : 'paragraph', children });
};

const addBlock = (node: HtmlNode, body: BodyInProgress, around: Around): void => {
  const name = nameOf(node);
  if (name === 'UL') addList(node, 'unordered', body, around);
  else if (name === 'OL') addList(node, 'ordered', body, around);
  else if (name === 'LI') addItem(node, body, around);
  else if (name === 'TR') addRow(node, body, around);
  else if (name === 'PRE') {
    const text = preformattedText(node);
    if (text.trim()) addApart(body, { type: 'code', children: [{ type: 'text', text }] });
  } else if (!/^H[1-6]$/.test(name) && contains(node, isBlock)) {
    const inside = isBlock(node) ? around : aroundContent(node, around);
    addBlocks(childrenOf(node), body, isQuotation(node) ? { ...inside, isQuote: true } : inside);
  } else addLeaf(node, body, around);
};

/** Text beside blocks becomes a paragraph. */
const addBlocks = (nodes: readonly HtmlNode[], body: BodyInProgress, around: Around): void => {
  let loose: HtmlNode[] = [];
  const flush = (): void => {
    const children = inlineOf(loose, around);
    loose = [];
    if (children.length > 0) addText(body, { type: around.isQuote ? 'quote' : 'paragraph', children });
  };
  for (const node of nodes) {
    if (isSkipped(node)) continue;
    if (isBlock(node) || contains(node, isBlock)) {
      flush();
      addBlock(node, body, around);
    } else loose.push(node);
  }
  flush();
};

const blocksOf = (root: HtmlNode, around: Around): BlockNode[] => {
  const body = startBody();
  addBlocks(childrenOf(root), body, around);
  return body.blocks;
};

/**
 * Turns the HTML that Word, Google Docs and web pages put on the clipboard into Strapi blocks: headings, paragraphs, lists, quotes,
 * code, links and emphasis. Empty paragraphs, pictures and styles are left out. A table becomes a paragraph for each row. If it is
 * a layout table, its cells become blocks one after the other.
 *
 * @param root the element whose content is read, as the body of a parsed document
 */
export const htmlToBlocks = (root: HtmlNode): BlockNode[] => blocksOf(root, { marks: {} });
