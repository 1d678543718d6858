import { BREAK, isLetterAt, type Markup } from './normalized-text';

/** Elements whose content is not prose. */
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'code',
  'pre',
  'kbd',
  'samp',
  'textarea',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'iframe',
]);

/** Block elements, with the text that separates them from the text around them. */
const ENDS: ReadonlyMap<string, string> = new Map(
  [
    ...'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody tfoot thead tr ul option'.split(
      ' ',
    ),
  ].map((name) => [name, '\n\n'] as const),
);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,40})/y;

/** The end of the tag at `at`, as browsers find it: the first `>` outside of quoted values. Undefined if there is none. */
const tagEnd = (html: string, at: number): number | undefined => {
  let quote = '';
  for (let index = at + 1; index < html.length; index += 1) {
    const character = html[index];
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      // A quote opens a value only after "=". Elsewhere browsers read it as part of a name.
      if (html[index - 1] === '=') quote = character;
    } else if (character === '>') return index + 1;
  }
  return undefined;
};

/** The offset at which the text continues after an element whose content is skipped. */
const elementEnd = (html: string, from: number, name: string): number => {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? (tagEnd(html, found.index) ?? html.length) : html.length;
};

const [SLASH, BANG, QUESTION] = [47, 33, 63];

/** Whether the `<` at an offset begins a tag, a comment or similar markup. */
const opensMarkup = (html: string, at: number): boolean => {
  const next = html.charCodeAt(at + 1);
  return isLetterAt(html, at + (next === SLASH ? 2 : 1)) || next === BANG || next === QUESTION;
};

/**
 * Reads the tag or comment at a `<`; undefined if the `<` is text. A tag or comment without an end includes the rest of the text,
 * as in a browser, so that no part of the text is searched twice.
 */
export const readTag = (html: string, at: number): Markup | undefined => {
  if (!opensMarkup(html, at)) return undefined;
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return { put: '', next: end < 0 ? html.length : end + 3 };
  }
  TAG.lastIndex = at;
  const match = TAG.exec(html);
  if (!match) {
    const end = html.indexOf('>', at);
    return { put: '', next: end < 0 ? html.length : end + 1 };
  }
  const name = (match[2] ?? '').toLowerCase();
  const end = tagEnd(html, at);
  if (end === undefined) return { put: '', next: html.length };
  if (match[1] === '' && SKIPPED.has(name) && html[end - 2] !== '/') {
    return { put: BREAK, next: elementEnd(html, end, name) };
  }
  if (name === 'br') return { put: '\n', next: end };
  if (name === 'img') return { put: BREAK, next: end };
  if (CELLS.has(name)) return { put: ' | ', next: end };
  return { put: ENDS.get(name) ?? '', next: end };
};
