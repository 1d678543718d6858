import { createHash } from 'node:crypto';
import { childrenOf, isNode, ownText, type Node } from '../text/block-nodes';

/** The text of an article that readers see, without figures, disclaimers and links to other entries. */
export interface ReaderText {
  title: string | null;
  summary: string | null;
  /** In Strapi's blocks. */
  body: unknown;
  coverCaption: string | null;
  coverCredit: string | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The text of an entry, a form or a row. A value of the wrong type counts as empty. */
export const readerTextOf = (entry: Readonly<Record<string, unknown>>): ReaderText => ({
  title: textOrNull(entry.title),
  summary: textOrNull(entry.summary),
  body: entry.body ?? null,
  coverCaption: textOrNull(entry.coverCaption),
  coverCredit: textOrNull(entry.coverCredit),
});

/** The author that an entry names; empty if it names none. A change of the author is not a change of the text. */
export const bylineOf = (entry: Readonly<Record<string, unknown>>): string =>
  textOrNull(entry.byline)?.trim() ?? '';

const oneLine = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const imageText = ({ image }: Node): string => {
  if (!isNode(image)) return '';
  return [image.alternativeText, image.caption].filter((one) => typeof one === 'string').join(' ');
};

/** The text of a node and of all nodes below it. It works without recursion, because a client may send blocks of any depth. */
const wordsOf = (block: Node): string => {
  const words: string[] = [];
  const open: Node[] = [block];
  for (let node = open.pop(); node; node = open.pop()) {
    words.push(ownText(node), imageText(node));
    // Items of a list are separate words. Parts of a sentence are not.
    if (node.type === 'list-item' || node.type === 'list') words.push(' ');
    open.push(...childrenOf(node).reverse());
  }
  return oneLine(words.join(''));
};

/** The paragraphs of a body as plain text; empty ones are left out. */
export const paragraphsOf = (body: unknown): string[] =>
  (Array.isArray(body) ? body.filter(isNode) : []).map(wordsOf).filter((text) => text !== '');

/**
 * A hash that is the same for two texts that read the same. White space, bold type and headings make no difference, because
 * corrections are about what an article says and not about its formatting.
 */
export const textHash = (text: ReaderText): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        oneLine(text.title),
        oneLine(text.summary),
        paragraphsOf(text.body),
        oneLine(text.coverCaption),
        oneLine(text.coverCredit),
      ]),
    )
    .digest('hex');
