import type { BlockNode } from '../../newsroom/text/body-blocks';
import { markdownToBlocks } from '../../newsroom/text/markdown-to-blocks';
import type { HtmlNode } from './html-node';
import { htmlToBlocks } from './html-to-blocks';
import { looksLikeMarkdown } from './looks-like-markdown';

/** The formats of the clipboard that are read here. */
export interface Clipboard {
  /** The fragment of Slate, Strapi's editor, if the text was copied there. */
  fragment: string;
  html: string;
  text: string;
}

/** HTML with structure. Code editors and terminals also provide HTML, but only with colours and fonts. */
const HAS_STRUCTURE = /<(?:h[1-6]|ul|ol|a|blockquote|table)\b|mso-list/i;

const paragraphsOf = (text: string): BlockNode[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));

/**
 * The blocks that pasting inserts.
 *
 * @param parse makes a document of HTML, and gives its body
 * @returns undefined if Strapi's editor pastes it well itself: its own blocks, an address, a line of plain text
 */
export const blocksOfClipboard = (
  { fragment, html, text }: Clipboard,
  parse: (html: string) => HtmlNode,
): BlockNode[] | undefined => {
  if (fragment || html.includes('data-slate-fragment')) return undefined;
  // The editor turns an address into a link.
  if (/^\S*$/.test(text.trim()) && text.trim() !== '') return undefined;
  const isMarkdown = looksLikeMarkdown(text);
  const blocks =
    isMarkdown && !HAS_STRUCTURE.test(html)
      ? markdownToBlocks(text)
      : html
        ? htmlToBlocks(parse(html))
        : text.trim().includes('\n')
          ? paragraphsOf(text)
          : [];
  return blocks.length > 0 ? blocks : undefined;
};
