import type { ShownFigure, ShownPublication } from './publications';

/** The parts of a publication that are compared, in the order in which readers see them. */
export const PARTS = [
  'title',
  'summary',
  'byline',
  'body',
  'caption',
  'credit',
  'figures',
  'disclaimers',
] as const;
export type Part = (typeof PARTS)[number];

/** The field of the record for each part. */
const RECORDED_AS: Readonly<Record<Part, keyof ShownPublication>> = {
  title: 'title',
  summary: 'summary',
  byline: 'byline',
  body: 'paragraphs',
  caption: 'coverCaption',
  credit: 'coverCredit',
  figures: 'figures',
  disclaimers: 'disclaimers',
};

/** Words a figure in the user's language. */
export type WordFigure = (figure: ShownFigure) => string;

const textOf = (shown: ShownPublication, part: Part, wordFigure: WordFigure): string => {
  switch (part) {
    case 'title':
      return shown.title ?? '';
    case 'summary':
      return shown.summary ?? '';
    case 'byline':
      return shown.byline ?? '';
    case 'body':
      return shown.paragraphs?.join('\n') ?? '';
    case 'caption':
      return shown.coverCaption ?? '';
    case 'credit':
      return shown.coverCredit ?? '';
    case 'figures':
      return shown.figures?.map(wordFigure).join('\n') ?? '';
    case 'disclaimers':
      return shown.disclaimers?.map(({ text }) => text).join('\n') ?? '';
  }
};

/**
 * A publication as text, part by part, with one line for each paragraph, figure and disclaimer. A part that the role may not read
 * is null; a part that readers were not shown is empty.
 */
export const textsOf = (shown: ShownPublication, wordFigure: WordFigure): Record<Part, string | null> =>
  Object.fromEntries(
    PARTS.map((part) => [
      part,
      shown.withheld.includes(RECORDED_AS[part]) ? null : textOf(shown, part, wordFigure),
    ]),
  ) as Record<Part, string | null>;

/** The same part of two publications. */
export interface ComparedTexts {
  part: Part;
  /** Null if the role may not read it, so that it is unknown whether it differs. */
  texts: { before: string; after: string } | null;
}

/** The parts in which two publications differ or may differ. */
export const compareParts = (
  before: ShownPublication,
  after: ShownPublication,
  wordFigure: WordFigure,
): ComparedTexts[] => {
  const [earlier, later] = [textsOf(before, wordFigure), textsOf(after, wordFigure)];
  return PARTS.flatMap((part): ComparedTexts[] => {
    const [one, other] = [earlier[part], later[part]];
    if (one === null || other === null) return [{ part, texts: null }];
    if (part === 'byline' && (before.byline === null || after.byline === null)) return [];
    return one === other ? [] : [{ part, texts: { before: one, after: other } }];
  });
};
