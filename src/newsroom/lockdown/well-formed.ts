/** Names that every JavaScript object has: as names of fields they make Strapi look at functions instead of fields. */
const INHERITED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** Deeper than any page asks, shallower than what exhausts the stack of whoever walks it. */
const DEEPEST = 60;

/**
 * What is wrong with the shape of a query or a body, whatever it is about; undefined where nothing is.
 *
 * @param value parsed from a query string or from JSON
 */
export const shapeFault = (value: unknown): string | undefined => {
  // A list of what is still to be looked at, not recursion: the value may be too deep for that.
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: current, depth } = next;
    if (typeof current === 'string' && current.includes('\0'))
      return 'A text has a null character in it: leave it out.';
    if (typeof current !== 'object' || current === null) continue;
    if (depth >= DEEPEST) return `It is nested deeper than ${DEEPEST} levels: ask for less at once.`;
    for (const [name, inner] of Object.entries(current)) {
      if (INHERITED.has(name)) return `"${name}" is no name of a field.`;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return undefined;
};
