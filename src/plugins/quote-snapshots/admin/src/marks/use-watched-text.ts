import { useEffect } from 'react';
import { OWN } from './mirror';

/** How long nothing must change before the text is read, in milliseconds. */
const PAUSE_MS = 120;

const isOwn = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest(`[${OWN}], aside`) != null;

/** Whether a change of the page may be one of a text: the panel beside it, and what marks put into the page, are none. */
const concernsText = ({ target, addedNodes }: MutationRecord): boolean =>
  !isOwn(target) && ![...addedNodes].some(isOwn);

/** Calls `read` after a pause in typing, after any other change of what the page shows, and when `read` itself is another. */
export const useWatchedText = (read: () => void): void => {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(read, PAUSE_MS);
    };
    const observer = new MutationObserver((changes) => {
      if (changes.some(concernsText)) schedule();
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    document.addEventListener('input', schedule, true);
    addEventListener('resize', schedule);
    schedule();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('input', schedule, true);
      removeEventListener('resize', schedule);
    };
  }, [read]);
};
