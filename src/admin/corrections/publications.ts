import type { KeyAfter } from '../text/key-after';

/** A publication of an article in one locale. */
export interface PublicationLine {
  id: number;
  at: string;
  /** Null where it is not known who published it. */
  by: string | null;
  byKind: string | null;
  change: KeyAfter<'publication.'>;
  note: string | null;
  retractedAt: string | null;
  /** The names of those parts that are null because the role may not read them. */
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

/** A publication with what readers were shown. A part that is null may be named in `withheld`. */
export interface ShownPublication extends PublicationLine {
  title: string | null;
  summary: string | null;
  paragraphs: string[] | null;
  /** Null too where it was recorded before bylines were. */
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
    /** Whether there are older ones. */
    more: boolean;
    /** The oldest of all; null where there is none. */
    first: PublicationLine | null;
  };
}

/** The newest publications of an article, as many as were asked for. */
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

/** The publications that one can be chosen from: those that were read, and the first, which others are compared with most. */
export const choicesOf = ({ lines, first }: Pick<Publications, 'lines' | 'first'>): PublicationLine[] =>
  first && !lines.some(({ id }) => id === first.id) ? [...lines, first] : lines;
