import { readTag } from './html-tags';
import { codeSpans, linkSpans, type Hidden } from './markdown-spans';
import { readEntity } from './read-html';
import { BREAK, ReadingBuilder, type Reading } from './reading';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LINK_DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/;
const INDENTED = /^(?: {4}|\t)/;
const LIST_ITEM = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s/;
/** What a line begins with that is markup, not text: quote marks, heading marks, list marks. */
const LINE_START = /^(?:\s{0,12}>)*\s{0,12}(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+)?/;
const TAG_SHAPE = /<\/?[a-zA-Z][^<>]{0,500}>|<!--/y;
const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:|[^\s<>@]{1,64}@)[^\s<>]{0,2000}>/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** Whole lines that are code or definitions. Code may stand indented only after a blank line, outside of lists. */
const hiddenLines = (text: string): Hidden[] => {
  const hidden: Hidden[] = [];
  let fence: { start: number; mark: string } | undefined;
  let blank = true;
  let list = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const mark = FENCE.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence.mark) && line.trim() === mark) {
        hidden.push({ start: fence.start, end, breaks: true });
        fence = undefined;
      }
    } else if (mark) fence = { start, mark };
    else if (INDENTED.test(line) && blank && !list && line.trim() !== '')
      hidden.push({ start, end, breaks: true });
    else if (LINK_DEFINITION.test(line)) hidden.push({ start, end, breaks: true });
    else {
      if (LIST_ITEM.test(line)) list = true;
      else if (line.trim() !== '' && !/^\s/.test(line)) list = false;
      blank = line.trim() === '';
    }
    start = end + 1;
  }
  if (fence) hidden.push({ start: fence.start, end: text.length, breaks: true });
  return hidden;
};

/** The first span that ends behind a place, for ever later places. */
const from = (spans: readonly Hidden[]) => {
  let next = 0;
  return (index: number): Hidden | undefined => {
    while ((spans[next]?.end ?? Infinity) <= index) next += 1;
    return spans[next];
  };
};

/** Spans that overlap others that started earlier are dropped: code in a link's text hides before the link does. */
const inOrder = (spans: Hidden[]): Hidden[] => {
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  return sorted.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
};

/**
 * Markdown (CommonMark, with HTML in it) as a reader sees it: the text of links without their addresses, no
 * emphasis marks, no code, no images, blocks apart.
 */
export const readMarkdown = (text: string): Reading => {
  const lines = hiddenLines(text);
  const code = codeSpans(text).filter(({ start }) => text[start - 1] !== '\\');
  const blocks = inOrder([...lines, ...code]);
  const hidden = from(inOrder([...blocks, ...linkSpans(text, blocks)]));
  const builder = new ReadingBuilder(text);
  const special = /[\\_~<&\n]|\*+/g;
  let at = 0;
  let resume = 0;
  let known: RegExpExecArray | null | undefined;
  /** The next special character; searched for anew only where the last answer has been passed. */
  const nextSpecial = (): RegExpExecArray | null => {
    if (known === undefined || (known && known.index < resume)) {
      special.lastIndex = resume;
      known = special.exec(text);
    }
    return known;
  };

  const skip = (from: number, to: number, put = ''): void => {
    builder.copy(at, from);
    builder.put(put, from);
    at = to;
    resume = to;
  };
  /** Where a line's text begins; a line that is a block of its own is kept apart from the one before. */
  const lineStart = (from: number, newline: boolean): void => {
    const prefix = LINE_START.exec(text.slice(from, from + 120))?.[0] ?? '';
    const block = /[#>]|[-*+]\s|\d[.)]/.test(prefix);
    skip(newline ? from - 1 : from, from + prefix.length, newline ? (block ? '\n\n' : '\n') : '');
  };

  const isHidden = (index: number): boolean => (hidden(index)?.start ?? Infinity) <= index;

  if (!isHidden(0)) lineStart(0, false);
  for (;;) {
    const match = nextSpecial();
    const index = match?.index ?? text.length;
    const span = hidden(at);
    if (span && span.start <= index) {
      skip(Math.max(at, span.start), span.end, span.breaks ? BREAK : '');
      continue;
    }
    if (!match) break;
    resume = index + 1;
    const character = match[0][0];
    const following = text[index + 1] ?? '';
    if (character === '\n') {
      if (!isHidden(index + 1)) lineStart(index + 1, true);
    } else if (character === '\\') {
      if (PUNCTUATION.test(following)) {
        skip(index, index + 1);
        resume = index + 2;
      }
    } else if (character === '*') skip(index, index + match[0].length);
    else if (character === '~') {
      if (following === '~') skip(index, index + 2);
    } else if (character === '_') {
      const inWord = /[A-Za-z0-9]/.test(text[index - 1] ?? '') && /[A-Za-z0-9]/.test(following);
      if (!inWord) skip(index, index + 1);
    } else if (character === '&') {
      const entity = readEntity(text, index);
      if (entity) skip(index, index + entity.length, entity.put);
    } else if (character === '<') {
      AUTOLINK.lastIndex = index;
      TAG_SHAPE.lastIndex = index;
      const [address] = AUTOLINK.exec(text) ?? [];
      const tag = address === undefined && TAG_SHAPE.test(text) ? readTag(text, index) : undefined;
      if (address !== undefined) skip(index, index + address.length, BREAK);
      else if (tag) skip(index, tag.next, tag.put);
    }
  }
  builder.copy(at, text.length);
  return builder.build();
};
