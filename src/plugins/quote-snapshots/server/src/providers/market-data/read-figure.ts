/** How vendors write that there is no figure, in place of one. */
const ABSENT: ReadonlySet<string> = new Set(['', 'NA', 'N/A', 'NONE', 'NULL', '-', '--']);

/**
 * A figure as vendors write them: a number, a string of one (`"148.8500"`), a percentage (`"1.23%"`).
 *
 * @returns null where the vendor states none (absent, `"NA"`), NaN where the value is not a figure
 */
export const readFigure = (value: unknown): number | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim().replace(/%$/, '');
  if (ABSENT.has(text.toUpperCase())) return null;
  // Number('0x10') is 16 and Number('1,000') is NaN: only plain decimals are figures.
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
};

/** A figure that may be missing. What is not a figure counts as missing. */
export const readOptionalFigure = (value: unknown): number | null => {
  const figure = readFigure(value);
  return figure !== null && Number.isFinite(figure) ? figure : null;
};
