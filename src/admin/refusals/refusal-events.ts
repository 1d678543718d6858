type Listener = (codes: readonly string[]) => void;

const listeners = new Set<Listener>();

/** Has a part of the screen told what the newsroom refuses, by codes, before the screen acts on the answer. @returns what ends it */
export const onRefusal = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Tells of an answer that refuses something. */
export const tellRefusal = (codes: readonly string[]): void =>
  listeners.forEach((listener) => listener(codes));
