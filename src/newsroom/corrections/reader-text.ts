import { createHash } from 'node:crypto';
import { childrenOf, isNode, ownText, type Node } from '../text/block-nodes';

/** The words of an article that readers see, apart from figures, disclaimers and what it is linked to. */
export interface ReaderText {
  title: string | null;
  summary: string | null;
  /** In Strapi's blocks. */
  body: unknown;
  coverCaption: string | null;
  coverCredit: string | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The text of an entry, of a form or of a row: a value of the wrong type counts as none. */
export const readerTextOf = (entry: Readonly<Record<string, unknown>>): ReaderText => ({
  title: textOrNull(entry.title),
  summary: textOrNull(entry.summary),
  body: entry.body ?? null,
  coverCaption: textOrNull(entry.coverCaption),
  coverCredit: textOrNull(entry.coverCredit),
});

/** Whom an entry names as its author; empty where it names nobody. A change of it alone is no change of the text. */
export const bylineOf = (entry: Readonly<Record<string, unknown>>): string =>
  textOrNull(entry.byline)?.trim() ?? '';

const oneLine = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const imageText = ({ image }: Node): string => {
  if (!isNode(image)) return '';
  return [image.alternativeText, image.caption].filter((one) => typeof one === 'string').join(' ');
};

/** The words of a node and of all below it, without recursion: a client may send blocks of any depth. */
const wordsOf = (block: Node): string => {
  const words: string[] = [];
  const open: Node[] = [block];
  for (let node = open.pop(); node; node = open.pop()) {
    words.push(ownText(node), imageText(node));
    // Items of a list are apart from each other; parts of a sentence are not.
    if (node.type === 'list-item' || node.type === 'list') words.push(' ');
    open.push(...childrenOf(node).reverse());
  }
  return oneLine(words.join(''));
};

/** The paragraphs of a body as plain text; empty ones are left out. */
export const paragraphsOf = (body: unknown): string[] =>
  (Array.isArray(body) ? body.filter(isNode) : []).map(wordsOf).filter((text) => text !== '');

/**
 * A hash of the words: the same for two texts that read the same. White space, bold type and headings make no difference, for
 * readers are told of what an article says and not of how it is set.
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
