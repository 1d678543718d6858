import { useCallback } from 'react';
import en from '../translations/en.json';
import { useText, type TextKey } from './use-text';

/** Who did something, as the newsroom's records store it. */
export interface Actor {
  by?: string | null;
  byKind?: string | null;
}

const isText = (key: string): key is TextKey => Object.hasOwn(en, key);

/** Words who did something: “By Anna Schmidt”, “Automatically”. Null if the record does not say. */
export const useByText = () => {
  const text = useText();
  return useCallback(
    ({ by, byKind }: Actor): string | null => {
      if (!by) return null;
      const key = `by.${byKind ?? 'person'}`;
      // Rows of earlier versions have the whole text in `by`. A newer version may store other kinds.
      return isText(key) ? text(key, { name: by }) : text('by.person', { name: by });
    },
    [text],
  );
};
