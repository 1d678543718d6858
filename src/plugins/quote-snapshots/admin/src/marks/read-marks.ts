import type { findEveryMention } from '../../../server/src/detection/find-mentions';
import type { Mention } from '../../../server/src/detection/mention';
import type { QuoteRow } from '../rows/quote-rows';
import { blocksEditors, plainFields, richTextEditors, type PlainField } from '../strapi/text-fields';
import { mirrorText, removeMirror } from './mirror';
import { markKind, rowOfMention, type MarkKind } from './row-of-mention';
import { rangeOf, textOfBlocks, textOfRichText, type Piece, type ShownText } from './shown-text';

/** A mention in a field of the edit view. */
export interface Mark {
  mention: Mention;
  kind: MarkKind;
  /** The key of its row; undefined until the server has answered. */
  row: string | undefined;
  field: MarkedField;
  /** The range in the page; undefined for a line that the editor has not drawn. */
  range: Range | undefined;
}

export interface MarkedField {
  kind: 'blocks' | 'rich-text' | 'plain';
  element: HTMLElement;
  text: string;
  pieces: readonly Piece[];
}

/** The functions of the detection module, which is loaded when the first form is opened. */
export type FindMentions = typeof findEveryMention;

interface Read {
  text: string;
  mentions: Mention[];
}

/** The mentions found in each element, so that an unchanged text is read only once. */
const found = new WeakMap<Element, Read>();

const mentionsIn = (element: Element, { text, format }: Omit<ShownText, 'pieces'>, find: FindMentions) => {
  const known = found.get(element);
  if (known?.text === text) return known.mentions;
  const mentions = find(text, { format, cashtags: true });
  found.set(element, { text, mentions });
  return mentions;
};

const shownTextOf = (field: PlainField, find: FindMentions): ShownText => {
  const { value } = field;
  // A field without mentions needs no mirror.
  if (mentionsIn(field, { text: value, format: 'plain' }, find).length === 0) {
    removeMirror(field);
    return { text: value, format: 'plain', pieces: [] };
  }
  return {
    text: value,
    format: 'plain',
    pieces: [{ node: mirrorText(field), start: 0, length: value.length }],
  };
};

/**
 * The mentions in all fields that the page shows, each with its row and its range.
 *
 * @param types the attributes of the edited content type
 * @param isBehind whether the rows belong to an older text
 */
export const readMarks = (
  page: Document,
  find: FindMentions,
  types: Readonly<Record<string, { type: string }>>,
  rows: readonly QuoteRow[],
  isBehind: boolean,
): Mark[] => {
  const marksOf = (kind: MarkedField['kind'], element: HTMLElement, shown: ShownText | undefined): Mark[] => {
    if (!shown) return [];
    const field: MarkedField = { kind, element, text: shown.text, pieces: shown.pieces };
    return mentionsIn(element, shown, find).flatMap((mention): Mark[] => {
      const row = rowOfMention(mention, rows);
      const how = markKind(row, isBehind);
      const range = rangeOf(shown.pieces, mention.start, mention.end);
      return how ? [{ mention, kind: how, row: row?.key, field, range }] : [];
    });
  };
  return [
    ...plainFields(page, types).flatMap((element) => marksOf('plain', element, shownTextOf(element, find))),
    ...blocksEditors(page).flatMap((element) => marksOf('blocks', element, textOfBlocks(element))),
    ...richTextEditors(page).flatMap((element) => marksOf('rich-text', element, textOfRichText(element))),
  ];
};
