import type { KeyAfter } from '../text/key-after';

/** A publication of an article in one locale. */
export interface PublicationLine {
  id: number;
  at: string;
  /** Null if it is not known who published it. */
  by: string | null;
  byKind: string | null;
  change: KeyAfter<'publication.'>;
  note: string | null;
  retractedAt: string | null;
  /** The names of the parts that are null because the role may not read them. */
  withheld: readonly string[];
}

export interface ShownFigure {
  instrument: string;
  exchange: string | null;
  symbol: string | null;
  state: string | null;
  price: number | null;
  currency: string | null;
  quotedAt: string | null;
}

/** A publication with what readers were shown. A part may be null because it is named in `withheld`. */
export interface ShownPublication extends PublicationLine {
  title: string | null;
  summary: string | null;
  paragraphs: string[] | null;
  /** Also null if it was recorded by a version that did not record bylines. */
  byline: string | null;
  coverCaption: string | null;
  coverCredit: string | null;
  disclaimers: { key: string; name: string; text: string; language: string }[] | null;
  figures: ShownFigure[] | null;
}

/** Some publications of an article, newest first. */
export interface PublicationPage {
  data: PublicationLine[];
  meta: {
    /** Whether there are older publications. */
    more: boolean;
    /** The first publication; null if there is none. */
    first: PublicationLine | null;
  };
}

/** The newest publications of an article, as many as were loaded. */
export interface Publications {
  lines: PublicationLine[];
  more: boolean;
  first: PublicationLine | null;
}

/** An article in one locale. */
export interface ArticlePlace {
  documentId: string;
  locale: string | undefined;
}

/** The publications to choose from: those that were loaded, and the first one, with which others are most often compared. */
export const choicesOf = ({ lines, first }: Pick<Publications, 'lines' | 'first'>): PublicationLine[] =>
  first && !lines.some(({ id }) => id === first.id) ? [...lines, first] : lines;
