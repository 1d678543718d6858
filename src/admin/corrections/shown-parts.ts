import type { ShownFigure, ShownPublication } from './publications';

/** The parts of a publication that are compared, in the order in which readers see them. */
export const PARTS = ['title', 'summary', 'body', 'caption', 'figures', 'disclaimers'] as const;
export type Part = (typeof PARTS)[number];

/** A publication as text, part by part: a paragraph, a figure and a disclaimer is a line each. */
export const textsOf = (
  shown: ShownPublication,
  wordFigure: (figure: ShownFigure) => string,
): Record<Part, string> => ({
  title: shown.title ?? '',
  summary: shown.summary ?? '',
  body: shown.paragraphs.join('\n'),
  caption: [shown.coverCaption, shown.coverCredit].filter(Boolean).join('\n'),
  figures: shown.figures.map(wordFigure).join('\n'),
  disclaimers: shown.disclaimers.map(({ text }) => text).join('\n'),
});
