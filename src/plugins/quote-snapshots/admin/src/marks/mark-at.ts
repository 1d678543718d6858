import type { Mark } from './read-marks';

/** How many pixels the pointer may be outside of a mention. */
const MARGIN = 2;

const contains = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left - MARGIN && x <= right + MARGIN && y >= top - MARGIN && y <= bottom + MARGIN;

/** The mark at a point of the window, in CSS pixels. */
export const markAtPoint = (
  marks: readonly Mark[],
  target: Element | null,
  x: number,
  y: number,
): Mark | undefined =>
  marks.find(
    ({ field, range }) =>
      target !== null &&
      field.element.contains(target) &&
      range !== undefined &&
      [...range.getClientRects()].some((rect) => contains(rect, x, y)),
  );

/**
 * The mark around the caret, or the selected one. The positions at its two ends do not count, so that an editor who has just typed
 * a mention is not interrupted.
 */
export const markAtCaret = (marks: readonly Mark[], page: Document): Mark | undefined => {
  const active = page.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    const [from, to] = [active.selectionStart, active.selectionEnd];
    if (from === null || to === null) return undefined;
    return marks.find(
      ({ field, mention: { start, end } }) =>
        field.element === active && (from === to ? from > start && from < end : from === start && to === end),
    );
  }
  const selection = page.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const chosen = selection.getRangeAt(0);
  return marks.find(({ field, range }) => {
    if (!range || !field.element.contains(chosen.startContainer)) return false;
    if (!chosen.collapsed)
      return chosen.toString() === range.toString() && range.intersectsNode(chosen.startContainer);
    return (
      range.isPointInRange(chosen.startContainer, chosen.startOffset) &&
      range.comparePoint(chosen.startContainer, chosen.startOffset) === 0 &&
      !isAtEdge(range, chosen)
    );
  });
};

const isAtEdge = (range: Range, caret: Range): boolean =>
  (caret.startContainer === range.startContainer && caret.startOffset === range.startOffset) ||
  (caret.startContainer === range.endContainer && caret.startOffset === range.endOffset);
