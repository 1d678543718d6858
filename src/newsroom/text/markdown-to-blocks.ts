import MarkdownIt, { type Token } from 'markdown-it';

export interface TextNode {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  strikethrough?: true;
  code?: true;
}
export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}
export type InlineNode = TextNode | LinkNode;
export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}
export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  indentLevel: number;
  children: (ListItemNode | ListNode)[];
}
export type BlockNode =
  | { type: 'paragraph' | 'quote'; children: InlineNode[] }
  | { type: 'heading'; level: number; children: InlineNode[] }
  | { type: 'code'; language?: string; children: TextNode[] }
  | ListNode;

// No raw HTML: it stays visible as the text that it is. No autolinking or typography: an archive keeps its letters.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Marks = Pick<TextNode, 'bold' | 'italic' | 'strikethrough'>;
const MARKS: Record<string, keyof Marks> = { strong: 'bold', em: 'italic', s: 'strikethrough' };

/** Strapi's editor expects at least one text in every block, and text around every link. */
const padded = (nodes: InlineNode[]): InlineNode[] => {
  const empty: TextNode = { type: 'text', text: '' };
  const start = nodes[0]?.type === 'text' ? [] : [empty];
  const end = nodes.at(-1)?.type === 'link' ? [empty] : [];
  return [...start, ...nodes, ...end];
};

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

/** Inline tokens as nodes. An image becomes a link: the archive names it by URL, the media library lacks it. */
const inline = (tokens: readonly Token[]): InlineNode[] => {
  const nodes: InlineNode[] = [];
  const marks: Marks = {};
  let link: LinkNode | undefined;
  const add = (text: string, extra: Partial<TextNode> = {}) => {
    if (text === '') return;
    const node: TextNode = { type: 'text', text, ...marks, ...extra };
    const into: InlineNode[] = link ? link.children : nodes;
    const last = into.at(-1);
    const same = last?.type === 'text' && JSON.stringify({ ...last, text }) === JSON.stringify(node);
    if (same) last.text += text;
    else into.push(node);
  };
  for (const token of tokens) {
    const [, name = '', side] = /^(strong|em|s)_(open|close)$/.exec(token.type) ?? [];
    const mark = MARKS[name];
    if (mark && side === 'open') marks[mark] = true;
    else if (mark) delete marks[mark];
    else if (token.type === 'link_open') {
      link = { type: 'link', url: attribute(token, 'href'), children: [] };
    } else if (token.type === 'link_close') {
      if (link && link.children.length > 0) nodes.push(link);
      link = undefined;
    } else if (token.type === 'image') {
      const url = attribute(token, 'src');
      const text = token.content || url;
      if (link) add(text);
      else nodes.push({ type: 'link', url, children: [{ type: 'text', text }] });
    } else if (token.type === 'code_inline') add(token.content, { code: true });
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak') add('\n');
    else add(token.content);
  }
  return padded(nodes);
};

/**
 * Turns Markdown (CommonMark, with tables and strikethrough) into Strapi blocks: headings, paragraphs, lists,
 * quotes, code, links and emphasis. Rules between sections have no block and are left out; a table becomes a
 * paragraph a row.
 */
export const markdownToBlocks = (source: string): BlockNode[] => {
  const blocks: BlockNode[] = [];
  const lists: ListNode[] = [];
  let quoteDepth = 0;
  let heading = 0;
  let item: ListItemNode | undefined;
  let cells: string[] | undefined;

  for (const token of markdown.parse(source, {})) {
    switch (token.type) {
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'blockquote_open':
        quoteDepth += 1;
        break;
      case 'blockquote_close':
        quoteDepth -= 1;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const format = token.type === 'ordered_list_open' ? 'ordered' : 'unordered';
        const list: ListNode = { type: 'list', format, indentLevel: lists.length, children: [] };
        const parent = lists.at(-1);
        if (parent) parent.children.push(list);
        else blocks.push(list);
        lists.push(list);
        break;
      }
      case 'bullet_list_close':
      case 'ordered_list_close': {
        const list = lists.pop();
        // The editor cannot open a list without an item.
        if (list?.children.length === 0) list.children.push({ type: 'list-item', children: padded([]) });
        break;
      }
      case 'list_item_open':
        item = undefined;
        break;
      case 'tr_open':
        cells = [];
        break;
      case 'tr_close':
        blocks.push({ type: 'paragraph', children: [{ type: 'text', text: (cells ?? []).join(' | ') }] });
        cells = undefined;
        break;
      case 'fence':
      case 'code_block': {
        const language = token.info.trim().split(/\s+/)[0];
        const text: TextNode = { type: 'text', text: token.content.replace(/\n$/, '') };
        blocks.push({ type: 'code', ...(language ? { language } : {}), children: [text] });
        break;
      }
      case 'inline': {
        const children = inline(token.children ?? []);
        const list = lists.at(-1);
        if (cells) cells.push(token.content);
        else if (list && !item) list.children.push((item = { type: 'list-item', children }));
        else if (list && item) item.children.push({ type: 'text', text: '\n' }, ...children);
        else if (heading > 0) blocks.push({ type: 'heading', level: heading, children });
        else blocks.push({ type: quoteDepth > 0 ? 'quote' : 'paragraph', children });
        break;
      }
      default:
    }
  }
  return blocks;
};
