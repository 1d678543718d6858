import { inlineChildren, joinTexts, type InlineNode, type TextNode } from '../../newsroom/text/body-blocks';
import { bodyLink } from '../../newsroom/text/body-link';
import {
  attribute,
  childrenOf,
  isBlock,
  isSkipped,
  isText,
  nameOf,
  styleOf,
  type HtmlNode,
} from './html-node';

type Marks = Pick<TextNode, 'bold' | 'italic' | 'strikethrough'>;

/** The formatting that enclosing elements give to a text. `<a>` and `<strong>` may enclose whole blocks. */
export interface Around {
  marks: Marks;
  url?: string | undefined;
  isQuote?: boolean;
}

/** Stands for the edge of a block. This character does not occur in documents, and counts as a blank. */
const EDGE = '\u2029';
/** Elements between two words that are left out and replaced by a blank. */
const APART = /^(IMG|BUTTON|OPTION)$/;

const isBold = (node: HtmlNode, around: boolean): boolean => {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/.exec(styleOf(node))?.[1] ?? '';
  if (/^(bold|bolder|[6-9]\d\d)$/.test(weight)) return true;
  if (/^(normal|lighter|[1-5]\d\d)$/.test(weight)) return false;
  return around || /^(B|STRONG)$/.test(nameOf(node));
};

const isItalic = (node: HtmlNode, around: boolean): boolean => {
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/.exec(styleOf(node))?.[1] ?? '';
  if (/^(italic|oblique)$/.test(slant)) return true;
  return slant !== 'normal' && (around || /^(I|EM)$/.test(nameOf(node)));
};

/**
 * Google Docs wraps everything in a `b` that is not bold, and uses styles for bold text. Word uses elements, with
 * `mso-bidi-font-weight`.
 */
const marksOf = (node: HtmlNode, { bold, italic, strikethrough }: Marks): Marks => {
  const isStruck =
    strikethrough === true ||
    /text-decoration[^;]*line-through/.test(styleOf(node)) ||
    /^(S|DEL|STRIKE)$/.test(nameOf(node));
  return {
    ...(isBold(node, bold === true) ? { bold: true as const } : {}),
    ...(isItalic(node, italic === true) ? { italic: true as const } : {}),
    ...(isStruck ? { strikethrough: true as const } : {}),
  };
};

/** A path is a link within the website that was copied from, so it is dropped. */
const linkOf = (node: HtmlNode): string | undefined => {
  const href = nameOf(node) === 'A' ? attribute(node, 'href').trim() : '';
  return href.startsWith('/') ? undefined : bodyLink(href);
};

const collectLink = (url: string, children: readonly HtmlNode[], into: InlineNode[], marks: Marks): void => {
  const inside: InlineNode[] = [];
  for (const child of children) collectInline(child, inside, marks);
  const texts = inside.flatMap((one) => (one.type === 'link' ? one.children : [one]));
  // Blanks and block edges at the ends of a link are moved outside it, so that no line end is part of the link.
  const isWord = ({ text }: TextNode): boolean => text.trim() !== '';
  const first = texts.findIndex(isWord);
  const last = texts.findLastIndex(isWord);
  if (first < 0) into.push(...texts);
  else {
    into.push(...texts.slice(0, first));
    into.push({ type: 'link', url, children: texts.slice(first, last + 1) });
    into.push(...texts.slice(last + 1));
  }
};

/** Adds the content of a node to the inline nodes of a block. */
const collectInline = (node: HtmlNode, into: InlineNode[], marks: Marks): void => {
  if (isSkipped(node)) return;
  if (isText(node)) {
    into.push({ type: 'text', text: (node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' '), ...marks });
    return;
  }
  const name = nameOf(node);
  if (name === 'BR') into.push({ type: 'text', text: '\n', ...marks });
  const edge = isBlock(node) ? EDGE : APART.test(name) ? ' ' : '';
  into.push({ type: 'text', text: edge });
  const inner = marksOf(node, marks);
  const url = linkOf(node);
  if (url !== undefined) collectLink(url, childrenOf(node), into, inner);
  else for (const child of childrenOf(node)) collectInline(child, into, inner);
  into.push({ type: 'text', text: edge });
};

/**
 * Collapses blanks as a browser does: one between two words, none at the ends or beside a line end. Edges of blocks become one line
 * end.
 */
const collapseBlanks = (nodes: readonly InlineNode[]): InlineNode[] => {
  const copies = structuredClone(nodes) as InlineNode[];
  let isStart = true;
  let blank: TextNode | undefined;
  let lines: { into: TextNode; count: number; hasEdge: boolean } | undefined;
  for (const node of copies.flatMap((one) => (one.type === 'link' ? one.children : [one]))) {
    const characters = node.text;
    node.text = '';
    for (const character of characters) {
      if (character === ' ') blank ??= node;
      else if (character === '\n' || character === EDGE) {
        lines ??= { into: node, count: 0, hasEdge: false };
        if (character === '\n') lines.count += 1;
        else lines.hasEdge = true;
      } else {
        // No text has followed either of them yet.
        if (!isStart && lines) lines.into.text += '\n'.repeat(Math.max(lines.count, 1));
        else if (!isStart && blank) blank.text += ' ';
        node.text += character;
        isStart = false;
        blank = undefined;
        lines = undefined;
      }
    }
  }
  return copies.flatMap((one): InlineNode[] => {
    if (one.type === 'text') return [one];
    const children = joinTexts(one.children);
    return children.length > 0 ? [{ ...one, children }] : [];
  });
};

const finish = (nodes: readonly InlineNode[]): InlineNode[] => {
  const collapsed = joinTexts(collapseBlanks(nodes));
  return collapsed.length > 0 ? inlineChildren(collapsed) : [];
};

/** The formatting for the content of an element that is not a block. */
export const aroundContent = (node: HtmlNode, around: Around): Around => ({
  ...around,
  marks: marksOf(node, around.marks),
  url: linkOf(node) ?? around.url,
});

/** The inline nodes of a block; empty if it has no text. */
export const inlineOf = (nodes: readonly HtmlNode[], { marks, url }: Around): InlineNode[] => {
  const into: InlineNode[] = [];
  if (url !== undefined) collectLink(url, nodes, into, marks);
  else for (const node of nodes) collectInline(node, into, marks);
  return finish(into);
};

/** The cells of a row on one line. Lines within a cell are joined with a blank. */
export const rowOf = (cells: readonly HtmlNode[], around: Around): InlineNode[] => {
  const asLine = (node: TextNode): TextNode => ({ ...node, text: node.text.replaceAll('\n', ' ') });
  const lines = cells.map((cell) =>
    inlineOf(childrenOf(cell), around).map(
      (node): InlineNode =>
        node.type === 'text' ? asLine(node) : { ...node, children: node.children.map(asLine) },
    ),
  );
  if (lines.every((line) => line.length === 0)) return [];
  const between: TextNode = { type: 'text', text: ' | ' };
  return inlineChildren(lines.flatMap((line, index) => (index > 0 ? [between, ...line] : line)));
};
