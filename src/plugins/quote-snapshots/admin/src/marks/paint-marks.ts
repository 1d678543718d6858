import type { Mark } from './read-marks';
import { MARK_KINDS } from './row-of-mention';

/** The names of the highlights in the style sheet. */
export const highlightName = (kind: string): string => `quote-${kind}`;

/** Whether this browser can underline text without changing the page (CSS Custom Highlight API). */
export const canHighlight = (): boolean =>
  typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;

/** Underlines marks in the page. Neither its elements nor the value of a field change. */
export const paintMarks = (marks: readonly Mark[]): void => {
  if (!canHighlight()) return;
  for (const kind of MARK_KINDS) {
    const ranges = marks.flatMap((mark) => (mark.kind === kind && mark.range ? [mark.range] : []));
    if (ranges.length > 0) CSS.highlights.set(highlightName(kind), new Highlight(...ranges));
    else CSS.highlights.delete(highlightName(kind));
  }
};
