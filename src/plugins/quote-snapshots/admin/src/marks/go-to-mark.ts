import { codeMirrorOf } from '../strapi/code-mirror';
import type { Mark } from './read-marks';

const scrollOptions = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** Selects a mention in its field, as with the mouse, and focuses the field. */
export const selectMark = ({ field, mention, range }: Mark): void => {
  const { element } = field;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus({ preventScroll: true });
    element.setSelectionRange(mention.start, mention.end);
    return;
  }
  const editor = field.kind === 'rich-text' ? codeMirrorOf(element) : undefined;
  if (editor) {
    const [from, to] = [editor.posFromIndex(mention.start), editor.posFromIndex(mention.end)];
    editor.focus();
    editor.setSelection(from, to);
    editor.scrollIntoView({ from, to }, 40);
  } else if (range) {
    element.focus({ preventScroll: true });
    getSelection()?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
  }
};

/** Scrolls to a mention and selects it. */
export const goToMark = (mark: Mark): void => {
  const { range, field } = mark;
  const shown =
    field.kind === 'plain' ? field.element : (range?.startContainer.parentElement ?? field.element);
  shown.scrollIntoView({ block: 'center', behavior: scrollOptions() });
  selectMark(mark);
};
