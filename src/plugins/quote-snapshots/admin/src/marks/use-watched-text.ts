import { useEffect, useRef } from 'react';
import { OWN } from './mirror';

/** How long the page must stay unchanged before the text is read, in milliseconds. */
const PAUSE_MS = 120;

/**
 * How long the form may have an older text than the page, in milliseconds: Strapi's blocks editor passes its text to the form 300
 * ms after the last key.
 */
const FORM_BEHIND_MS = 500;

const isOwn = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest(`[${OWN}], aside`) != null;

/**
 * Whether a change of the page may be a change of text. Changes in the panel beside it, and in the elements of the marks, are not.
 */
const concernsText = ({ target, addedNodes }: MutationRecord): boolean =>
  !isOwn(target) && ![...addedNodes].some(isOwn);

/**
 * Calls `read` after a pause in typing, after any other change in the page, and when `read` itself changes. Calls it once more when
 * the form must have the text too.
 *
 * @param read its argument says whether the form may still have an older text
 */
export const useWatchedText = (read: (isFormBehind: boolean) => void): void => {
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readIn = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const left = changedAt.current + FORM_BEHIND_MS - performance.now();
        read(left > 0);
        if (left > 0) readIn(left);
      }, wait);
    };
    const change = () => {
      changedAt.current = performance.now();
      readIn(PAUSE_MS);
    };
    const relay = () => readIn(PAUSE_MS);
    const observer = new MutationObserver((changes) => {
      if (changes.some(concernsText)) change();
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    document.addEventListener('input', change, true);
    addEventListener('resize', relay);
    relay();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('input', change, true);
      removeEventListener('resize', relay);
    };
  }, [read]);
};
