import { codeMirrorOf } from '../strapi/code-mirror';
import { selectMark } from './go-to-mark';
import type { Mark } from './read-marks';
import type { Replacement } from './replacement';
import { rangeOf } from './shown-text';

const isReadOnly = ({ field: { element, kind } }: Mark): boolean => {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return element.readOnly || element.disabled;
  if (kind === 'rich-text') return codeMirrorOf(element)?.getOption('readOnly') !== false;
  return !element.isContentEditable;
};

/** Whether a mention can be replaced: its field is visible and editable. */
export const canReplace = (mark: Mark): boolean =>
  !isReadOnly(mark) && (mark.range !== undefined || mark.field.kind === 'rich-text');

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** How long the browser may take to report a selection. It reports nothing if the same range was selected before. */
const SELECTED_WITHIN_MS = 500;

/** Selects, and waits until the browser has reported it, which takes several frames on a busy machine. */
const selected = (select: () => void): Promise<unknown> =>
  new Promise((resolve) => {
    document.addEventListener('selectionchange', resolve, { once: true });
    setTimeout(resolve, SELECTED_WITHIN_MS);
    select();
  });

/**
 * Sends the blocks editor (Slate) the event that a browser sends when somebody types over a range, so that it changes its own
 * content and its undo history. `execCommand` would change the page without Slate noticing, because Chromium fires no `beforeinput`
 * for it.
 *
 * Slate puts everything from one turn of the event loop, including a selection, into one undo step together with the step before.
 * If the range were selected and replaced at once, undo would also revert the text that was typed before. So the selection comes
 * first.
 */
const replaceInBlocks = async (editor: HTMLElement, range: StaticRange, text: string): Promise<void> => {
  const tell = (what: InputEventInit) =>
    editor.dispatchEvent(new InputEvent('beforeinput', { ...what, bubbles: true, cancelable: true }));
  // Slate takes over a selection up to a tenth of a second after the browser has reported it. An input event without a type makes
  // it do so now, and changes nothing.
  await nextFrame();
  tell({});
  await nextFrame();
  tell({ inputType: 'insertText', data: text, targetRanges: [range] });
};

/**
 * Replaces a part of a mark's field as if an editor had selected it and typed: the field's own undo reverts exactly this change,
 * and the form notices it like any other.
 */
export const replaceInField = async (mark: Mark, { start, end, text }: Replacement): Promise<void> => {
  const { element, kind, pieces } = mark.field;
  const editor = kind === 'rich-text' ? codeMirrorOf(element) : undefined;
  if (editor) {
    editor.replaceRange(text, editor.posFromIndex(start), editor.posFromIndex(end));
    return;
  }
  const range = rangeOf(pieces, start, end);
  const select = () => selectMark({ ...mark, mention: { ...mark.mention, start, end }, range });
  if (kind === 'blocks') {
    await selected(select);
    if (range) await replaceInBlocks(element, new StaticRange(range), text);
    return;
  }
  select();
  // `execCommand` is deprecated but has no successor: no other function writes into a plain field so that undo reverts it.
  element.ownerDocument.execCommand('insertText', false, text);
};
