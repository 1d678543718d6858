import { useCallback, useEffect, useState, type RefObject } from 'react';
import { markAtCaret, markAtPoint } from './mark-at';
import { OWN } from './mirror';
import type { Mark } from './read-marks';

/** How long the pointer or the caret must rest on a mention before the card opens, in milliseconds. */
const REST_MS = 200;

interface Pointed {
  mark: Mark;
  by: 'pointer' | 'caret';
}

const isInCard = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`[${OWN}="card"]`) !== null;

/** The mention under the resting pointer or around the caret. Typing and Escape close its card. */
export const usePointedMark = (marks: RefObject<readonly Mark[]>) => {
  const [pointed, setPointed] = useState<Pointed>();
  const close = useCallback(() => setPointed(undefined), []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const afterRest = (look: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    };
    const onMove = ({ target, clientX, clientY }: PointerEvent) => {
      if (isInCard(target)) {
        clearTimeout(timer);
        return;
      }
      afterRest(() => {
        const element = target instanceof Element ? target : null;
        const mark = markAtPoint(marks.current ?? [], element, clientX, clientY);
        setPointed((before) =>
          mark ? { mark, by: 'pointer' } : before?.by === 'caret' ? before : undefined,
        );
      });
    };
    const onCaret = () => {
      if (isInCard(document.activeElement)) return;
      afterRest(() => {
        const mark = markAtCaret(marks.current ?? [], document);
        setPointed((before) => (mark ? { mark, by: 'caret' } : before?.by === 'caret' ? undefined : before));
      });
    };
    const onInput = () => {
      clearTimeout(timer);
      close();
    };
    document.addEventListener('pointermove', onMove);
    document.addEventListener('selectionchange', onCaret, true);
    document.addEventListener('input', onInput, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('selectionchange', onCaret, true);
      document.removeEventListener('input', onInput, true);
    };
  }, [marks, close]);

  return { mark: pointed?.mark, close };
};
