import { useCallback } from 'react';
import { readActor } from './actor';
import { useText } from './use-text';

/** Who did something, in the user's language: `By Ada Admin`, `By a program`. */
export const useActorText = (): ((by: string) => string) => {
  const text = useText();
  return useCallback(
    (by) => {
      const { key, name } = readActor(by);
      return text(`by.${key}`, { name });
    },
    [text],
  );
};
