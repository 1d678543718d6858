import { useCallback } from 'react';
import { useText, type TextKey } from './use-text';

const KINDS: ReadonlySet<string> = new Set(['news', 'analysis', 'opinion', 'press-release']);

/** The name of a kind of article in the user's language. A kind that an app has added is shown as it is stored. */
export const useKindName = (): ((kind: string) => string) => {
  const text = useText();
  return useCallback((kind) => (KINDS.has(kind) ? text(`kind.${kind}` as TextKey) : kind), [text]);
};
