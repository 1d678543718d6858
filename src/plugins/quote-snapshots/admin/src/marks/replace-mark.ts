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

/** Whether a mention can be replaced where it stands: its field is shown, and can be written in. */
export const canReplace = (mark: Mark): boolean =>
  !isReadOnly(mark) && (mark.range !== undefined || mark.field.kind === 'rich-text');

/**
 * Tells the blocks editor (Slate) what a browser tells it when somebody types over a range: it changes its own content, and its
 * undo. `execCommand` would change the page behind its back, since Chromium fires no `beforeinput` for it.
 */
const replaceInBlocks = (editor: HTMLElement, range: StaticRange, text: string): void => {
  const typed = { inputType: 'insertText', data: text, targetRanges: [range] };
  editor.dispatchEvent(new InputEvent('beforeinput', { ...typed, bubbles: true, cancelable: true }));
};

/**
 * Writes another text over a part of a mark's field, as if an editor had selected it and typed: the field's own undo takes it
 * back, and the form learns of it as of any change.
 */
export const replaceInField = (mark: Mark, { start, end, text }: Replacement): void => {
  const { element, kind, pieces } = mark.field;
  const editor = kind === 'rich-text' ? codeMirrorOf(element) : undefined;
  if (editor) {
    editor.replaceRange(text, editor.posFromIndex(start), editor.posFromIndex(end));
    return;
  }
  const range = rangeOf(pieces, start, end);
  selectMark({ ...mark, mention: { ...mark.mention, start, end }, range });
  if (kind === 'blocks') {
    if (range) replaceInBlocks(element, new StaticRange(range), text);
    return;
  }
  // Deprecated, and without a successor: nothing else in a browser writes into a plain field so that undo takes it back.
  element.ownerDocument.execCommand('insertText', false, text);
};
