/** The texts that vendors send instead of a missing figure. */
const ABSENT: ReadonlySet<string> = new Set(['', 'NA', 'N/A', 'NONE', 'NULL', '-', '--']);

/**
 * Reads a figure as vendors write it: a number, a string with a number (`"148.8500"`), or a percentage (`"1.23%"`).
 *
 * @returns null if the vendor states none (absent, `"NA"`), NaN if the value is not a figure
 */
export const readFigure = (value: unknown): number | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim().replace(/%$/, '');
  if (ABSENT.has(text.toUpperCase())) return null;
  // Number('0x10') is 16 and Number('1,000') is NaN, so only plain decimals are accepted.
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
};

/** A figure that may be missing. A value that is not a figure counts as missing. */
export const readOptionalFigure = (value: unknown): number | null => {
  const figure = readFigure(value);
  return figure !== null && Number.isFinite(figure) ? figure : null;
};
