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

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** How long the browser may take to tell of a selection; where it was selected before, it tells nothing. */
const SELECTED_WITHIN_MS = 500;

/** Selects, and waits until the browser has told of it, which takes several frames on a busy machine. */
const selected = (select: () => void): Promise<unknown> =>
  new Promise((resolve) => {
    document.addEventListener('selectionchange', resolve, { once: true });
    setTimeout(resolve, SELECTED_WITHIN_MS);
    select();
  });

/**
 * Tells the blocks editor (Slate) what a browser tells it when somebody types over a range: it changes its own content, and its
 * undo. `execCommand` would change the page behind its back, since Chromium fires no `beforeinput` for it.
 *
 * Slate makes one step of undo of all that happens in one turn of the event loop, selecting included, together with the step
 * before: selected and written over at once, the text that was typed before would be undone too. So the selection comes first.
 */
const replaceInBlocks = async (editor: HTMLElement, range: StaticRange, text: string): Promise<void> => {
  const tell = (what: InputEventInit) =>
    editor.dispatchEvent(new InputEvent('beforeinput', { ...what, bubbles: true, cancelable: true }));
  // Slate takes a selection over up to a tenth of a second after the browser has told of it. An input of no type has it do so now,
  // and changes nothing.
  await nextFrame();
  tell({});
  await nextFrame();
  tell({ inputType: 'insertText', data: text, targetRanges: [range] });
};

/**
 * Writes another text over a part of a mark's field, as if an editor had selected it and typed: the field's own undo takes it
 * back, and nothing else with it, and the form learns of it as of any change.
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
  // Deprecated, and without a successor: nothing else in a browser writes into a plain field so that undo takes it back.
  element.ownerDocument.execCommand('insertText', false, text);
};
