import type { BlockNode, InlineNode, ListNode, TextNode } from '../../newsroom/text/body-blocks';

/** As much of a node of a document as is read here; a browser's nodes have it. */
export interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}

type Marks = Pick<TextNode, 'bold' | 'italic' | 'strikethrough'>;

const ELEMENT = 1;
const TEXT = 3;

const SKIPPED: ReadonlySet<string> = new Set([
  'STYLE',
  'SCRIPT',
  'HEAD',
  'META',
  'LINK',
  'TITLE',
  'XML',
  'IMG',
  'HR',
]);
const BLOCKS =
  /^(P|DIV|H[1-6]|UL|OL|LI|BLOCKQUOTE|PRE|TABLE|TR|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|FIGURE|FIGCAPTION)$/;
/** Those that Strapi's server takes in a body. */
const LINK = /^(https?:|mailto:|tel:)/i;

const nameOf = ({ nodeName }: HtmlNode): string => nodeName.toUpperCase();
const childrenOf = ({ childNodes }: HtmlNode): HtmlNode[] => Array.from(childNodes);
const attribute = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? '';
const styleOf = (node: HtmlNode): string => attribute(node, 'style').toLowerCase();

/** Word writes the bullets and numbers of its lists as text, in elements of this style. */
const isWordMarker = (node: HtmlNode): boolean => /mso-list:\s*ignore/.test(styleOf(node));

const textOf = (node: HtmlNode): string =>
  node.nodeType === TEXT ? (node.nodeValue ?? '') : childrenOf(node).map(textOf).join('');

/** Google Docs wraps all in a `b` that is not bold, and says in styles what is; Word uses elements, with `mso-bidi-font-weight`. */
const marksOf = (node: HtmlNode, marks: Marks): Marks => {
  const name = nameOf(node);
  const style = styleOf(node);
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/.exec(style)?.[1];
  const isBold = weight ? weight === 'bold' || Number(weight) >= 600 : name === 'B' || name === 'STRONG';
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/.exec(style)?.[1];
  const isItalic = slant ? slant === 'italic' : name === 'I' || name === 'EM';
  const isStruck = /text-decoration[^;]*line-through/.test(style) || /^(S|DEL|STRIKE)$/.test(name);
  return {
    ...marks,
    ...(isBold ? { bold: true as const } : {}),
    ...(isItalic ? { italic: true as const } : {}),
    ...(isStruck ? { strikethrough: true as const } : {}),
  };
};

/** Adds what is inside of an element to the inline nodes of a block. */
const collectInline = (node: HtmlNode, into: InlineNode[], marks: Marks): void => {
  if (node.nodeType === TEXT) {
    const text = (node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' ');
    if (text) into.push({ type: 'text', text, ...marks });
    return;
  }
  const name = nameOf(node);
  if (node.nodeType !== ELEMENT || SKIPPED.has(name) || isWordMarker(node)) return;
  if (name === 'BR') {
    into.push({ type: 'text', text: '\n', ...marks });
    return;
  }
  const inner = marksOf(node, marks);
  const url = name === 'A' ? attribute(node, 'href') : '';
  if (!LINK.test(url)) {
    for (const child of childrenOf(node)) collectInline(child, into, inner);
    return;
  }
  const inside: InlineNode[] = [];
  for (const child of childrenOf(node)) collectInline(child, inside, inner);
  const texts = inside.filter((one): one is TextNode => one.type === 'text');
  if (texts.some(({ text }) => text.trim())) into.push({ type: 'link', url, children: texts });
};

const sameMarks = (a: TextNode, b: TextNode): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.strikethrough === b.strikethrough;

/** Joins texts of the same marks, without doubled spaces and without any at the ends; a link has a text on either side. */
const tidy = (nodes: readonly InlineNode[]): InlineNode[] => {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(last, node)) last.text += node.text;
    else joined.push({ ...node });
  }
  for (const node of joined) {
    if (node.type === 'text') node.text = node.text.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n');
  }
  const [first] = joined;
  if (first?.type === 'text') first.text = first.text.trimStart();
  const end = joined.at(-1);
  if (end?.type === 'text') end.text = end.text.trimEnd();
  const kept = joined.filter((node) => node.type === 'link' || node.text !== '');
  if (kept.length === 0) return [];
  const empty: TextNode = { type: 'text', text: '' };
  return [
    ...(kept[0]?.type === 'link' ? [empty] : []),
    ...kept,
    ...(kept.at(-1)?.type === 'link' ? [{ ...empty }] : []),
  ];
};

const inlineOf = (nodes: readonly HtmlNode[], marks: Marks = {}): InlineNode[] => {
  const into: InlineNode[] = [];
  for (const node of nodes) collectInline(node, into, marks);
  return tidy(into);
};

const isBlock = (node: HtmlNode): boolean => node.nodeType === ELEMENT && BLOCKS.test(nameOf(node));
const hasBlock = (node: HtmlNode): boolean =>
  childrenOf(node).some((child) => isBlock(child) || hasBlock(child));

const listOf = (node: HtmlNode, indentLevel: number): ListNode => {
  const list: ListNode = {
    type: 'list',
    format: nameOf(node) === 'OL' ? 'ordered' : 'unordered',
    indentLevel,
    children: [],
  };
  for (const child of childrenOf(node)) {
    // Google Docs puts a nested list beside the items, others inside of one.
    if (/^[UO]L$/.test(nameOf(child))) list.children.push(listOf(child, indentLevel + 1));
    else if (nameOf(child) === 'LI') {
      const parts = childrenOf(child);
      const text = inlineOf(parts.filter((part) => !/^[UO]L$/.test(nameOf(part))));
      if (text.length > 0) list.children.push({ type: 'list-item', children: text });
      for (const part of parts) {
        if (/^[UO]L$/.test(nameOf(part))) list.children.push(listOf(part, indentLevel + 1));
      }
    }
  }
  return list;
};

const hasItem = ({ children }: ListNode): boolean =>
  children.some((child) => child.type === 'list-item' || hasItem(child));

/** An item of one of Word's lists: a paragraph whose style names its list and level. */
const wordItem = (node: HtmlNode): { level: number; format: ListNode['format'] } | undefined => {
  const level = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(node))?.[1];
  if (!level) return undefined;
  const markers = (one: HtmlNode): HtmlNode[] =>
    isWordMarker(one) ? [one] : childrenOf(one).flatMap(markers);
  const marker = markers(node).map(textOf).join('').trim();
  return { level: Number(level), format: /^(\d+|[a-z]|[ivx]+)[.)]/i.test(marker) ? 'ordered' : 'unordered' };
};

const addWordItem = (
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

const addBlock = (node: HtmlNode, blocks: BlockNode[]): void => {
  const name = nameOf(node);
  const level = /^H([1-6])$/.exec(name)?.[1];
  if (level) {
    const children = inlineOf(childrenOf(node)).map((one) => {
      if (one.type !== 'text') return one;
      // A heading is bold by itself.
      const { bold: _bold, ...plain } = one;
      return plain;
    });
    if (children.length > 0) blocks.push({ type: 'heading', level: Number(level), children });
  } else if (name === 'UL' || name === 'OL') {
    const list = listOf(node, 0);
    if (hasItem(list)) blocks.push(list);
  } else if (name === 'PRE') {
    const text = textOf(node).replace(/\n$/, '');
    if (text.trim()) blocks.push({ type: 'code', children: [{ type: 'text', text }] });
  } else if (name === 'TR') {
    const cells = childrenOf(node)
      .filter((cell) => /^T[HD]$/.test(nameOf(cell)))
      .map((cell) =>
        textOf(cell)
          .replace(/[\s\u00a0]+/g, ' ')
          .trim(),
      );
    if (cells.some(Boolean))
      blocks.push({ type: 'paragraph', children: [{ type: 'text', text: cells.join(' | ') }] });
  } else if (hasBlock(node)) addBlocks(childrenOf(node), blocks);
  else {
    const children = inlineOf(childrenOf(node));
    const item = wordItem(node);
    if (children.length === 0) return;
    if (item) addWordItem(blocks, item, children);
    else blocks.push({ type: name === 'BLOCKQUOTE' ? 'quote' : 'paragraph', children });
  }
};

/** Text beside blocks is a paragraph of its own. */
const addBlocks = (nodes: readonly HtmlNode[], blocks: BlockNode[]): void => {
  let loose: HtmlNode[] = [];
  const flush = (): void => {
    const children = inlineOf(loose);
    loose = [];
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
  };
  for (const node of nodes) {
    if (SKIPPED.has(nameOf(node))) continue;
    if (isBlock(node) || (node.nodeType === ELEMENT && hasBlock(node))) {
      flush();
      addBlock(node, blocks);
    } else loose.push(node);
  }
  flush();
};

/**
 * Turns the HTML that Word, Google Docs and web pages put on the clipboard into Strapi blocks: headings, paragraphs, lists,
 * quotes, code, links and emphasis. Empty paragraphs, pictures and the look of the text are left out; a table becomes a
 * paragraph a row.
 *
 * @param body of the parsed document
 */
export const htmlToBlocks = (body: HtmlNode): BlockNode[] => {
  const blocks: BlockNode[] = [];
  addBlocks(childrenOf(body), blocks);
  return blocks;
};
