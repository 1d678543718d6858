import MarkdownIt, { type Token } from 'markdown-it';
import { inlineChildren, joinTexts, type BlockNode, type InlineNode, type TextNode } from './body-blocks';
import { bodyLink } from './body-link';
import { addApart, addText, closeItem, closeList, openItem, openList, startBody } from './write-body';

// Raw HTML is not parsed and stays visible as text. Addresses are not linked and quotation marks not replaced, so that an archive
// keeps its characters.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Marks = Pick<TextNode, 'bold' | 'italic' | 'strikethrough'>;
const MARKS: Record<string, keyof Marks> = { strong: 'bold', em: 'italic', s: 'strikethrough' };

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

/**
 * Turns inline tokens into nodes. An image becomes a link, because its file is not in the media library. If a body may not have a
 * link's address, only its text is kept.
 */
const inline = (tokens: readonly Token[]): InlineNode[] => {
  const nodes: InlineNode[] = [];
  const marks: Marks = {};
  /** The texts inside the open link. */
  let inLink: TextNode[] | undefined;
  let url: string | undefined;
  const add = (text: string, extra: Partial<TextNode> = {}) => {
    (inLink ?? nodes).push({ type: 'text', text, ...marks, ...extra });
  };
  for (const token of tokens) {
    const [, name = '', side] = /^(strong|em|s)_(open|close)$/.exec(token.type) ?? [];
    const mark = MARKS[name];
    if (mark && side === 'open') marks[mark] = true;
    else if (mark) delete marks[mark];
    else if (token.type === 'link_open') {
      url = bodyLink(attribute(token, 'href'));
      inLink = url === undefined ? undefined : [];
    } else if (token.type === 'link_close') {
      const children = joinTexts(inLink ?? []);
      if (url !== undefined && children.length > 0) nodes.push({ type: 'link', url, children });
      inLink = undefined;
    } else if (token.type === 'image') {
      const src = attribute(token, 'src');
      const address = bodyLink(src);
      const text = token.content || src;
      if (inLink || address === undefined) add(text);
      else nodes.push({ type: 'link', url: address, children: [{ type: 'text', text }] });
    } else if (token.type === 'code_inline') add(token.content, { code: true });
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak') add('\n');
    else add(token.content);
  }
  return inlineChildren(nodes);
};

const codeOf = (token: Token): BlockNode => {
  const language = token.info.trim().split(/\s+/)[0];
  const text: TextNode = { type: 'text', text: token.content.replace(/\n$/, '') };
  return { type: 'code', ...(language ? { language } : {}), children: [text] };
};

const rowOf = (cells: readonly InlineNode[][]): BlockNode => {
  const between: TextNode = { type: 'text', text: ' | ' };
  const children = cells.flatMap((cell, index) => (index > 0 ? [between, ...cell] : cell));
  return { type: 'paragraph', children: inlineChildren(children) };
};

/**
 * Turns Markdown (CommonMark, with tables and strikethrough) into Strapi blocks: headings, paragraphs, lists, quotes, code, links
 * and emphasis. Horizontal rules have no block and are left out. A table becomes a paragraph for each row. Strapi's lists cannot
 * contain code or tables, so a list is closed before them and another one begins after them.
 */
export const markdownToBlocks = (source: string): BlockNode[] => {
  const body = startBody();
  let quoteDepth = 0;
  let heading = 0;
  let cells: InlineNode[][] | undefined;

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
        openList(body, 'unordered');
        break;
      case 'ordered_list_open':
        openList(body, 'ordered', Number(token.attrGet('start') ?? 1));
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        closeList(body);
        break;
      case 'list_item_open':
        openItem(body);
        break;
      case 'list_item_close':
        closeItem(body);
        break;
      case 'tr_open':
        cells = [];
        break;
      case 'tr_close':
        addApart(body, rowOf(cells ?? []));
        cells = undefined;
        break;
      case 'fence':
      case 'code_block':
        addApart(body, codeOf(token));
        break;
      case 'inline': {
        const children = inline(token.children ?? []);
        if (cells) cells.push(children);
        else if (heading > 0) addText(body, { type: 'heading', level: heading, children });
        else addText(body, { type: quoteDepth > 0 ? 'quote' : 'paragraph', children });
        break;
      }
      default:
    }
  }
  return body.blocks;
};
