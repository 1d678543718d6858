import type { BlockNode } from '../../newsroom/text/body-blocks';

interface SlateNode {
  type?: string;
  text?: string;
  children?: SlateNode[];
}
interface Point {
  path: number[];
  offset: number;
}

/** The part of Slate's editor (0.94) that is used here. */
export interface SlateEditor {
  children: SlateNode[];
  selection: { anchor: Point; focus: Point } | null;
  deleteFragment(): void;
  end(at: number[]): Point;
  insertData(data: DataTransfer): void;
  insertFragment(nodes: object[]): void;
  insertNodes(nodes: object[], options: { at: number[] }): void;
  removeNodes(options: { at: number[] }): void;
  select(at: Point): void;
  splitNodes(options: { always: true }): void;
  withoutNormalizing(work: () => void): void;
}

/** Blocks that are split in two when something is pasted into them. Pasted blocks go after any other block. */
const SPLIT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'quote']);

const isEmpty = ({ text, children = [] }: SlateNode): boolean => !text && children.every(isEmpty);

/**
 * Inserts blocks at the caret, replacing the selection. A single paragraph becomes part of the block with the caret.
 *
 * @returns false if nothing was inserted, because the caret is in code
 */
export const insertBlocks = (editor: SlateEditor, blocks: readonly BlockNode[]): boolean => {
  const [only, ...others] = blocks;
  const { selection } = editor;
  if (!only || !selection) return false;
  const typeAt = ({ path }: Point): string => editor.children[path[0] ?? 0]?.type ?? '';
  if (typeAt(selection.anchor) === 'code' || typeAt(selection.focus) === 'code') return false;
  if (others.length === 0 && only.type === 'paragraph') {
    editor.insertFragment([only]);
    return true;
  }
  editor.withoutNormalizing(() => {
    const { anchor, focus } = selection;
    if (anchor.offset !== focus.offset || anchor.path.join() !== focus.path.join()) editor.deleteFragment();
    const place = editor.selection?.anchor.path[0] ?? 0;
    const isSplit = SPLIT.has(editor.children[place]?.type ?? '');
    if (isSplit) editor.splitNodes({ always: true });
    editor.insertNodes([...blocks], { at: [place + 1] });
    let last = place + blocks.length;
    const [head, tail] = [editor.children[place], editor.children[last + 1]];
    if (isSplit && tail && isEmpty(tail)) editor.removeNodes({ at: [last + 1] });
    if (isSplit && head && isEmpty(head)) {
      editor.removeNodes({ at: [place] });
      last -= 1;
    }
    editor.select(editor.end([last]));
  });
  return true;
};
