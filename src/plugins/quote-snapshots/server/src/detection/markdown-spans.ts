/** A stretch of Markdown that a reader does not see as text. */
export interface Hidden {
  start: number;
  end: number;
  /** Whether a mention may reach across it: over a link's address yes, over code no. */
  breaks: boolean;
}

const BACKTICK = 96;
const [OPEN, CLOSE, ESCAPE] = [91, 93, 92];

/**
 * The code spans of a text: a run of backticks up to the next run of the same length. For each run the next one of
 * its length is found once, from the end of the text: searching ahead from each would cost the square of a hostile
 * text.
 */
export const codeSpans = (text: string): Hidden[] => {
  const starts: number[] = [];
  const lengths: number[] = [];
  for (let start = text.indexOf('`'); start >= 0; ) {
    let end = start + 1;
    while (text.charCodeAt(end) === BACKTICK) end += 1;
    starts.push(start);
    lengths.push(end - start);
    start = text.indexOf('`', end);
  }
  const closings = new Int32Array(starts.length);
  const nearest = new Map<number, number>();
  for (let run = starts.length - 1; run >= 0; run -= 1) {
    const length = lengths[run]!;
    closings[run] = nearest.get(length) ?? -1;
    nearest.set(length, run);
  }
  const spans: Hidden[] = [];
  for (let run = 0; run < starts.length; ) {
    const close = closings[run]!;
    if (close >= 0) spans.push({ start: starts[run]!, end: starts[close]! + lengths[close]!, breaks: true });
    run = close >= 0 ? close + 1 : run + 1;
  }
  return spans;
};

/** The end of a link's address that opens at `(`: one pair of parentheses inside is part of it. */
const addressEnd = (text: string, open: number, closings: (from: number) => number): number | undefined => {
  let close = closings(open + 1);
  if (close < 0) return undefined;
  if (text.slice(open + 1, close).includes('(')) {
    const next = closings(close + 1);
    if (next >= 0 && next - close < 500) close = next;
  }
  return close - open < 2_000 ? close + 1 : undefined;
};

/** `indexOf` for ever later starts, which remembers its answer: a text without the character is searched once. */
const remembering = (text: string, character: string) => {
  let known: number | undefined;
  return (start: number): number => {
    if (known === undefined || (known >= 0 && known < start)) known = text.indexOf(character, start);
    return known;
  };
};

/**
 * What links hide: the brackets around their text, their addresses and references; and images whole.
 *
 * @param skip code spans, in which brackets mean nothing
 */
export const linkSpans = (text: string, skip: readonly Hidden[]): Hidden[] => {
  const hidden: Hidden[] = [];
  const open: number[] = [];
  const closings = remembering(text, ')');
  let code = 0;
  // Character by character: a pattern would be started anew at every bracket of a text that is all brackets.
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character !== OPEN && character !== CLOSE && character !== ESCAPE) continue;
    while ((skip[code]?.end ?? Infinity) <= index) code += 1;
    const inside = skip[code];
    if (inside && inside.start <= index) {
      index = inside.end - 1;
      continue;
    }
    if (character === ESCAPE) index += 1;
    if (character === OPEN) open.push(index);
    if (character !== CLOSE) continue;
    const start = open.pop();
    if (start === undefined) continue;
    const follows = text[index + 1];
    const reference =
      follows === '[' ? /^\[[^\][\n]{0,80}\]/.exec(text.slice(index + 1, index + 85))?.[0] : undefined;
    const end =
      follows === '('
        ? addressEnd(text, index + 1, closings)
        : reference === undefined
          ? undefined
          : index + 1 + reference.length;
    if (end === undefined) continue;
    if (text[start - 1] === '!') hidden.push({ start: start - 1, end, breaks: true });
    else hidden.push({ start, end: start + 1, breaks: false }, { start: index, end, breaks: false });
    index = end - 1;
  }
  return hidden;
};
