/**
 * For each character of a Markdown text, whether its reader sees it: {@link SHOWN}, {@link LEFT_OUT} or {@link APART}. It is one
 * byte for each character, so that a text of nothing but markup takes no more memory than prose.
 */
export type Hidden = Uint8Array;

export const SHOWN = 0;
/** Hidden, but a mention may continue after it: a link's address. */
export const LEFT_OUT = 1;
/** Hidden, and no mention continues after it: code, an image. */
export const APART = 2;

const [BACKTICK, OPEN, CLOSE, ESCAPE] = [96, 91, 93, 92];

/** `indexOf` for increasing offsets. It remembers its last answer, so that the text is searched only once in all calls. */
const remembering = (text: string, piece: string) => {
  let known: number | undefined;
  return (start: number): number => {
    if (known === undefined || known < start) {
      const found = text.indexOf(piece, start);
      known = found < 0 ? Infinity : found;
    }
    return known;
  };
};

/**
 * Hides the code spans of a text: a run of backticks up to the next run of the same length in its paragraph
 * (https://spec.commonmark.org/0.31.2/#code-spans). One pass from the end finds the next run of each length. A search from every
 * run would take time that grows with the square of a hostile text.
 */
export const hideCode = (text: string, hidden: Hidden): void => {
  const starts = new Int32Array((text.length >> 1) + 1);
  const ends = new Int32Array(starts.length);
  let runs = 0;
  for (let start = text.indexOf('`'); start >= 0; start = text.indexOf('`', ends[runs - 1])) {
    let end = start + 1;
    while (text.charCodeAt(end) === BACKTICK) end += 1;
    starts[runs] = start;
    ends[runs] = end;
    runs += 1;
  }
  const closings = new Int32Array(runs);
  const nearest = new Map<number, number>();
  for (let run = runs - 1; run >= 0; run -= 1) {
    const length = ends[run]! - starts[run]!;
    closings[run] = nearest.get(length) ?? -1;
    // A run in fenced or indented code does not close a span outside of it.
    if (hidden[starts[run]!] === SHOWN) nearest.set(length, run);
  }
  const blankLine = remembering(text, '\n\n');
  for (let run = 0; run < runs; run += 1) {
    const start = starts[run]!;
    const close = closings[run]!;
    if (close < 0 || hidden[start] !== SHOWN || text.charCodeAt(start - 1) === ESCAPE) continue;
    if (starts[close]! > blankLine(start)) continue;
    hidden.fill(APART, start, ends[close]);
    run = close;
  }
};

/** The end of the link address that opens at `(`, which may contain one pair of parentheses. Undefined if there is none. */
const addressEnd = (
  open: number,
  opening: (from: number) => number,
  closing: (from: number) => number,
): number | undefined => {
  const close = closing(open + 1);
  if (close - open >= 2_000) return undefined;
  if (opening(open + 1) > close) return close + 1;
  const outer = closing(close + 1);
  return outer - close < 500 ? outer + 1 : close + 1;
};

const REFERENCE = /\[[^\][\n]{0,80}\]/y;

/** Hides the brackets around the text of links, the addresses and references of links, and whole images. */
export const hideLinks = (text: string, hidden: Hidden): void => {
  const open = new Int32Array(text.length);
  let depth = 0;
  const opening = remembering(text, '(');
  const closing = remembering(text, ')');
  // One pass over the characters. A pattern would start again at every bracket of a text of nothing but brackets.
  for (let index = 0; index < text.length; index += 1) {
    if (hidden[index] !== SHOWN) continue;
    const character = text.charCodeAt(index);
    if (character === ESCAPE) index += 1;
    else if (character === OPEN) {
      open[depth] = index;
      depth += 1;
    } else if (character === CLOSE && depth > 0) {
      depth -= 1;
      const start = open[depth]!;
      REFERENCE.lastIndex = index + 1;
      const follows = text[index + 1];
      const end =
        follows === '('
          ? addressEnd(index + 1, opening, closing)
          : follows === '[' && REFERENCE.test(text)
            ? REFERENCE.lastIndex
            : undefined;
      if (end === undefined) continue;
      if (text[start - 1] === '!') hidden.fill(APART, start - 1, end);
      else {
        hidden[start] = LEFT_OUT;
        hidden.fill(LEFT_OUT, index, end);
      }
      index = end - 1;
    }
  }
};
