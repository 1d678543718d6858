/** Names that every JavaScript object has. Used as names of fields, they make Strapi read functions instead of fields. */
const INHERITED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** Levels of nesting: more than any frontend needs, fewer than what exhausts the stack of recursive code. */
const MAX_DEPTH = 60;

const NULL_CHARACTER = 'A text has a null character in it: leave it out.';

/**
 * Validates the shape of a query or a body.
 *
 * @returns what is wrong with it; undefined where nothing is
 *
 * @param value parsed from a query string or from JSON
 * @param most how many values it may have, those of lists and objects in it included
 */
export const validateShape = (value: unknown, most: number): string | undefined => {
  if (typeof value === 'string' && value.includes('\0')) return NULL_CHARACTER;
  if (typeof value !== 'object' || value === null) return undefined;
  let values = 0;
  // A list of what is still to be looked at, not recursion: the value may be too deep for that. Only lists and objects
  // are put there, so that millions of numbers take no memory of their own.
  const open: { within: object; depth: number }[] = [{ within: value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { within, depth } = next;
    if (depth >= MAX_DEPTH) return `It is nested deeper than ${MAX_DEPTH} levels: ask for less at once.`;
    const isList = Array.isArray(within);
    for (const name in within) {
      values += 1;
      if (values > most) return `It has more than ${most} values: send less at once.`;
      if (!isList && INHERITED.has(name)) return `"${name}" is no name of a field.`;
      const inner = (within as Record<string, unknown>)[name];
      if (typeof inner === 'string' && inner.includes('\0')) return NULL_CHARACTER;
      if (typeof inner === 'object' && inner !== null) open.push({ within: inner, depth: depth + 1 });
    }
  }
  return undefined;
};
