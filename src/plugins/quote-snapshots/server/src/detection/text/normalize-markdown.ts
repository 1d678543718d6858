import { readTag } from './html-tags';
import { hideLines } from './markdown-lines';
import { APART, hideCode, hideLinks, SHOWN } from './markdown-spans';
import { readEntity } from './html-entities';
import { BREAK, NormalizedTextBuilder, type Markup, type NormalizedText } from './normalized-text';

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

/** The markup at the beginning of a line: marks of quotes, headings and lists. */
const LINE_START = /(?:[ \t]{0,12}>)*[ \t]{0,12}(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/y;
/** The characters that LINE_START can begin with. */
const LINE_MARKUP = codesOf(' \t>#-*+0123456789');
const TAG_SHAPE = /<\/?[a-zA-Z][^<>]{0,500}>|<!--/y;
const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:|[^\s<>@]{1,64}@)[^\s<>]{0,2000}>/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const IN_WORD = /[A-Za-z0-9]/;

/** Characters that may be markup. All others are copied without further checks. */
const SPECIAL = codesOf('\n\\*~_&<');

/** The offset at which the text of a line begins. A line with its own markup is separated from the line before it. */
const lineStart = (text: string, at: number): Markup => {
  if (!LINE_MARKUP.has(text.charCodeAt(at))) return { put: '\n', next: at };
  LINE_START.lastIndex = at;
  const [prefix = ''] = LINE_START.exec(text) ?? [];
  return { put: /\S/.test(prefix) ? '\n\n' : '\n', next: at + prefix.length };
};

const tagOrAddress = (text: string, at: number): Markup | undefined => {
  if (!/[\w/!]/.test(text[at + 1] ?? '')) return undefined;
  AUTOLINK.lastIndex = at;
  if (AUTOLINK.test(text)) return { put: BREAK, next: AUTOLINK.lastIndex };
  TAG_SHAPE.lastIndex = at;
  return TAG_SHAPE.test(text) ? readTag(text, at) : undefined;
};

/** The markup at an offset; undefined if the character there is text. */
const markupAt = (text: string, at: number): Markup | undefined => {
  const following = text[at + 1] ?? '';
  switch (text[at]) {
    case '*':
      return { put: '', next: at + 1 };
    case '~':
      return following === '~' ? { put: '', next: at + 2 } : undefined;
    case '_':
      return IN_WORD.test(text[at - 1] ?? '') && IN_WORD.test(following)
        ? undefined
        : { put: '', next: at + 1 };
    case '\\':
      return PUNCTUATION.test(following) ? { put: following, next: at + 2 } : undefined;
    case '&':
      return readEntity(text, at);
    case '<':
      return tagOrAddress(text, at);
    default:
      return undefined;
  }
};

/**
 * The text of Markdown (CommonMark, with HTML in it) as its reader sees it: the text of links without their addresses, without
 * marks of emphasis, code and images, and with blank lines between blocks.
 */
export const normalizeMarkdown = (text: string): NormalizedText => {
  const hidden = new Uint8Array(text.length);
  hideLines(text, hidden);
  hideCode(text, hidden);
  hideLinks(text, hidden);
  const builder = new NormalizedTextBuilder(text);
  let at = hidden[0] === SHOWN ? lineStart(text, 0).next : 0;
  while (at < text.length) {
    if (hidden[at] !== SHOWN) {
      const start = at;
      let apart = false;
      for (; at < text.length && hidden[at] !== SHOWN; at += 1) apart ||= hidden[at] === APART;
      if (apart) builder.put(BREAK, start);
    } else if (!SPECIAL.has(text.charCodeAt(at))) {
      builder.copy(at, at + 1);
      at += 1;
    } else {
      const newline = text[at] === '\n' && hidden[at + 1] === SHOWN;
      const markup = newline ? lineStart(text, at + 1) : markupAt(text, at);
      if (markup) builder.put(markup.put, at);
      else builder.copy(at, at + 1);
      at = markup?.next ?? at + 1;
    }
  }
  return builder.build();
};
