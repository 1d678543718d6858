import type { TextFormat } from '../../../server/src/detection/mention';
import { BREAK } from '../../../server/src/detection/text/normalized-text';
import { codeMirrorOf, drawnFor, drawnLines } from '../strapi/code-mirror';

/** A text node of the page, and the offset of its characters in the field's text. */
export interface Piece {
  node: Text;
  /** Offset in the field's text, in UTF-16 code units. */
  start: number;
  length: number;
}

/** The text of a field, and the text nodes that show it. A long text may be shown only in part. */
export interface ShownText {
  text: string;
  format: TextFormat;
  pieces: Piece[];
}

const isBlock = (element: Element): boolean =>
  element.getAttribute('data-slate-node') === 'element' && !element.hasAttribute('data-slate-inline');

/** Slate's own elements: placeholders for the caret in empty texts, and handles. */
const isNoText = (element: Element): boolean =>
  element.hasAttribute('data-slate-zero-width') ||
  (element.getAttribute('contenteditable') === 'false' && !element.hasAttribute('data-slate-node'));

/**
 * The text of a blocks editor, built as on the server (`blocksText`): inline nodes are joined, blank lines separate the blocks, and
 * code is left out.
 */
export const textOfBlocks = (editor: Element): ShownText => {
  const pieces: Piece[] = [];
  let text = '';
  const read = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        if (!parent.closest('[data-slate-string]')) continue;
        pieces.push({ node, start: text.length, length: node.data.length });
        text += node.data;
      } else if (node instanceof Element && !isNoText(node)) {
        if (node.tagName === 'CODE' || node.tagName === 'PRE') {
          text += BREAK;
          continue;
        }
        const apart = isBlock(node) ? '\n\n' : '';
        text += apart;
        read(node);
        text += apart;
      }
    }
  };
  read(editor);
  return { text, format: 'plain', pieces };
};

/** The text of a rich text editor, with the lines that it has drawn: the visible ones and some around them. */
export const textOfRichText = (element: Element): ShownText | undefined => {
  const editor = codeMirrorOf(element);
  if (!editor) return undefined;
  const { from } = editor.getViewport();
  const pieces = drawnLines(element).flatMap((line, index): Piece[] => {
    let start = editor.indexFromPos({ line: from + index, ch: 0 });
    const walker = element.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const found: Piece[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const { length } = drawnFor(node);
      found.push({ node, start, length });
      start += length;
    }
    return found;
  });
  return { text: editor.getValue(), format: 'markdown', pieces };
};

/** The range of the page that shows a part of a text; undefined if that part is not shown. */
export const rangeOf = (pieces: readonly Piece[], start: number, end: number): Range | undefined => {
  const first = pieces.find((piece) => start >= piece.start && start < piece.start + piece.length);
  const last = pieces.find((piece) => end > piece.start && end <= piece.start + piece.length);
  if (!first || !last) return undefined;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.data.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.data.length));
  return range;
};
