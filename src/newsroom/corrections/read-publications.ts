import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { readJson, readTime } from '../database/stored-values';
import { quotesPlugin } from '../quotes-plugin';
import { readCorrections, type Correction } from '../text/corrections';
import { ARTICLE, ARTICLE_PUBLICATION, SNAPSHOT } from '../type-names';
import type { ShownDisclaimer } from './insert-publication';
import { paragraphsOf } from './reader-text';

/** A publication as the list shows it. */
export interface PublicationLine {
  id: number;
  at: string;
  by: string | null;
  /** What published it; null where that is not known. */
  byKind: string | null;
  change: string;
  note: string | null;
  retractedAt: string | null;
}

/** A figure beside an article, as the quote record has it. */
export interface ShownFigure {
  instrument: string;
  /** As people write the listing: `NASDAQ` and `MSFT`; null where the record has none. */
  exchange: string | null;
  symbol: string | null;
  /** The documentId of its quote snapshot; null where the record has none. */
  snapshot: string | null;
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
  disclaimers: ShownDisclaimer[];
  figures: ShownFigure[];
  corrections: Correction[];
}

/** More publications of one article than anybody looks through: the newest are shown. */
export const MOST_PUBLICATIONS = 200;

interface LineRow {
  id: number | string;
  at: unknown;
  by: string | null;
  by_kind: string | null;
  change: string;
  note: string | null;
  retracted_at: unknown;
}

interface FullRow extends LineRow {
  article_document_id: string;
  article_locale: string;
  title: string | null;
  summary: string | null;
  body: unknown;
  cover_caption: string | null;
  cover_credit: string | null;
  disclaimers: unknown;
  instruments: unknown;
  corrections: unknown;
}

const LINE = ['id', 'at', 'by', 'by_kind', 'change', 'note', 'retracted_at'];

const toLine = (row: LineRow): PublicationLine => ({
  id: Number(row.id),
  at: new Date(row.at as number).toISOString(),
  by: row.by,
  byKind: row.by_kind,
  change: row.change,
  note: row.note,
  retractedAt: readTime(row.retracted_at)?.toISOString() ?? null,
});

const recordOf = (strapi: Core.Strapi): string => strapi.db.metadata.get(ARTICLE_PUBLICATION).tableName;

/** The publications of an article in one locale, newest first. */
export const readPublicationLines = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<PublicationLine[]> => {
  const rows = await readRows<LineRow>(strapi, recordOf(strapi), (publications) =>
    publications
      .select(LINE)
      .where({ article_document_id: documentId, article_locale: locale })
      .orderBy('id', 'desc')
      .limit(MOST_PUBLICATIONS),
  );
  return rows.map(toLine);
};

interface FigureRow {
  document_id: string;
  instrument: string;
  exchange: string | null;
  symbol: string | null;
  state: string;
  price: number | null;
  currency: string | null;
  quoted_at: unknown;
}

/**
 * The figures that stood beside a publication: of each instrument that it names, the last quote that was wanted by then. Figures
 * of the record never change; where one was voided or captured again, what stands beside the article since then is shown.
 */
const readFigures = async (
  strapi: Core.Strapi,
  { article_document_id: documentId, article_locale: locale, ...row }: FullRow,
): Promise<ShownFigure[]> => {
  const instruments = (readJson(row.instruments) ?? []) as string[];
  if (instruments.length === 0 || !quotesPlugin(strapi)) return [];
  const found = await readRows<FigureRow>(strapi, strapi.db.metadata.get(SNAPSHOT).tableName, (snapshots) =>
    snapshots
      .select('document_id', 'instrument', 'exchange', 'symbol', 'state', 'price', 'currency', 'quoted_at')
      .where({ related_type: ARTICLE, related_document_id: documentId, related_locale: locale })
      .whereIn('instrument', instruments)
      .andWhere('related_published_at', '<=', new Date(row.at as number))
      .orderBy('id'),
  );
  const last = new Map(found.map((one) => [one.instrument, one]));
  return instruments.map((instrument) => {
    const one = last.get(instrument);
    return {
      instrument,
      exchange: one?.exchange ?? null,
      symbol: one?.symbol ?? null,
      snapshot: one?.document_id ?? null,
      state: one?.state ?? null,
      price: one?.price ?? null,
      currency: one?.currency ?? null,
      quotedAt: readTime(one?.quoted_at)?.toISOString() ?? null,
    };
  });
};

/**
 * One publication of an article with what readers were shown.
 *
 * @param id of the row of the record
 * @returns undefined where it is none of this article in this locale
 */
export const readShownPublication = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  id: number,
): Promise<ShownPublication | undefined> => {
  const [row] = await readRows<FullRow>(strapi, recordOf(strapi), (publications) =>
    publications.where({ id, article_document_id: documentId, article_locale: locale }),
  );
  return (
    row && {
      ...toLine(row),
      title: row.title,
      summary: row.summary,
      paragraphs: paragraphsOf(readJson(row.body)),
      coverCaption: row.cover_caption,
      coverCredit: row.cover_credit,
      disclaimers: (readJson(row.disclaimers) ?? []) as ShownDisclaimer[],
      figures: await readFigures(strapi, row),
      corrections: readCorrections(readJson(row.corrections)),
    }
  );
};
