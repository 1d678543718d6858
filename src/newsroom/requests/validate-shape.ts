/** Names of properties that every JavaScript object has. As names of fields they make Strapi read functions. */
const INHERITED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** The deepest nesting: more than a frontend needs, and less than exhausts the stack of recursive code. */
const MAX_DEPTH = 60;

const NULL_CHARACTER = 'A text has a null character in it: leave it out.';

/**
 * Checks the size and shape of a query or a body.
 *
 * @returns the fault; undefined if there is none
 *
 * @param value parsed from a query string or from JSON
 * @param most how many values it may have, including those in its lists and objects
 */
export const validateShape = (value: unknown, most: number): string | undefined => {
  if (typeof value === 'string' && value.includes('\0')) return NULL_CHARACTER;
  if (typeof value !== 'object' || value === null) return undefined;
  let values = 0;
  // A list of pending values is used instead of recursion, for which the value may be too deep. Only lists and objects are put into
  // it, so that millions of numbers take no extra memory.
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
