import { useEffect } from 'react';
import { layMirror, mirrorOf } from './mirror';

/** Keeps the mirrors over their fields while these scroll or change size. */
export const useLaidMirrors = (): void => {
  useEffect(() => {
    const lay = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
      const mirror = mirrorOf(target);
      if (mirror) layMirror(target, mirror);
    };
    const events = ['scroll', 'input', 'pointerup', 'selectionchange'] as const;
    for (const event of events) document.addEventListener(event, lay, true);
    return () => {
      for (const event of events) document.removeEventListener(event, lay, true);
    };
  }, []);
};
