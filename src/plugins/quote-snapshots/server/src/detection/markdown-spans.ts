/** A stretch of Markdown that a reader does not see as text. */
export interface Hidden {
  start: number;
  end: number;
  /** Whether a mention may reach across it: over a link's address yes, over code no. */
  breaks: boolean;
}

/**
 * The code spans of a text: a run of backticks up to the next run of the same length. Runs are looked up by
 * length, since searching ahead from each would cost the square of a hostile text.
 */
export const codeSpans = (text: string): Hidden[] => {
  const byLength = new Map<number, { positions: number[]; next: number }>();
  /** Where each run starts and ends, one after the other. */
  const runs: number[] = [];
  for (let start = text.indexOf('`'); start >= 0; ) {
    let end = start + 1;
    while (text[end] === '`') end += 1;
    const alike = byLength.get(end - start) ?? { positions: [], next: 0 };
    byLength.set(end - start, alike);
    alike.positions.push(start);
    runs.push(start, end);
    start = text.indexOf('`', end);
  }
  const spans: Hidden[] = [];
  let free = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const start = runs[run]!;
    const length = runs[run + 1]! - start;
    const alike = byLength.get(length);
    if (start < free || !alike) continue;
    while ((alike.positions[alike.next] ?? Infinity) <= start) alike.next += 1;
    const close = alike.positions[alike.next];
    if (close === undefined) continue;
    spans.push({ start, end: close + length, breaks: true });
    free = close + length;
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
  const brackets = /\\.|[[\]]/gs;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    const { index } = match;
    while ((skip[code]?.end ?? Infinity) <= index) code += 1;
    const inside = skip[code];
    if (inside && inside.start <= index) {
      brackets.lastIndex = inside.end;
      continue;
    }
    if (match[0] === '[') open.push(index);
    if (match[0] !== ']') continue;
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
    brackets.lastIndex = end;
  }
  return hidden;
};
