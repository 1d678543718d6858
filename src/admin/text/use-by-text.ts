import { useCallback } from 'react';
import en from '../translations/en.json';
import { useText, type TextKey } from './use-text';

/** Who did something, as the newsroom's records have it. */
export interface Actor {
  by?: string | null;
  byKind?: string | null;
}

const isText = (key: string): key is TextKey => Object.hasOwn(en, key);

/** Who did something, in the user's language: “By Anna Schmidt”, “Automatically”; null where the record does not say. */
export const useByText = () => {
  const text = useText();
  return useCallback(
    ({ by, byKind }: Actor): string | null => {
      if (!by) return null;
      const key = `by.${byKind ?? 'person'}`;
      // Rows of earlier versions have the whole in `by`, and a newer version may know other kinds.
      return isText(key) ? text(key, { name: by }) : text('by.person', { name: by });
    },
    [text],
  );
};
