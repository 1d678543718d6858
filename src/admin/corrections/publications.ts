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

/** A publication with what readers were shown. */
export interface ShownPublication extends PublicationLine {
  title: string | null;
  summary: string | null;
  paragraphs: string[];
  coverCaption: string | null;
  coverCredit: string | null;
  disclaimers: { key: string; name: string; text: string; language: string }[];
  figures: ShownFigure[];
}

/** An article in one locale. */
export interface ArticlePlace {
  documentId: string;
  locale: string | undefined;
}
