import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { readJson, readTime } from '../database/stored-values';
import { quotesPlugin } from '../quotes-plugin';
import { readCorrections, type Correction } from '../text/corrections';
import { ARTICLE, SNAPSHOT } from '../type-names';
import { recordTable, toLine, type LineRow, type PublicationLine } from './publication-lines';
import type { ArticlePlace, RecordReader } from './record-reader';
import type { ShownDisclaimer } from '../corrections/insert-publication';
import { paragraphsOf } from '../corrections/reader-text';

/** A figure beside an article, from the quote record. */
export interface ShownFigure {
  instrument: string;
  /** The exchange for readers, such as `NASDAQ`; null if the record has none. */
  exchange: string | null;
  symbol: string | null;
  /** The documentId of its quote snapshot; null if the record has none. */
  snapshot: string | null;
  state: string | null;
  price: number | null;
  currency: string | null;
  quotedAt: string | null;
}

/** A publication with what readers were shown. A part that the caller may not read is null and named in `withheld`. */
export interface ShownPublication extends PublicationLine {
  title: string | null;
  summary: string | null;
  paragraphs: string[] | null;
  /** Empty if it had none. Also null if it was recorded by a version that did not record bylines. */
  byline: string | null;
  coverCaption: string | null;
  coverCredit: string | null;
  disclaimers: ShownDisclaimer[] | null;
  figures: ShownFigure[] | null;
  corrections: Correction[] | null;
}

interface FullRow extends LineRow {
  article_document_id: string;
  article_locale: string;
  title: string | null;
  summary: string | null;
  body: unknown;
  byline: string | null;
  cover_caption: string | null;
  cover_credit: string | null;
  disclaimers: unknown;
  instruments: unknown;
  corrections: unknown;
}

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
 * The figures beside a publication: for each instrument that it names, the last quote that was not wanted by a later publication. Figures
 * in the record never change. If one was voided or captured again, the figure that readers have seen since is shown.
 *
 * Which publication is later is decided by the order of the record. Their times are by the clocks of the nodes that published, and are in
 * another order if one of them was wrong.
 */
const readFigures = async (
  strapi: Core.Strapi,
  { article_document_id: documentId, article_locale: locale, ...row }: FullRow,
): Promise<ShownFigure[]> => {
  const instruments = (readJson(row.instruments) ?? []) as string[];
  if (instruments.length === 0 || !quotesPlugin(strapi)) return [];
  const laterTimes = strapi.db
    .getConnection(recordTable(strapi))
    .select('at')
    .where({ article_document_id: documentId, article_locale: locale })
    .andWhere('id', '>', row.id)
    .andWhere('at', '<>', row.at as number);
  const found = await readRows<FigureRow>(strapi, strapi.db.metadata.get(SNAPSHOT).tableName, (snapshots) =>
    snapshots
      .select('document_id', 'instrument', 'exchange', 'symbol', 'state', 'price', 'currency', 'quoted_at')
      .where({ related_type: ARTICLE, related_document_id: documentId, related_locale: locale })
      .whereIn('instrument', instruments)
      .whereNotIn('related_published_at', laterTimes)
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

/** The parts of a publication, reduced to what the caller may read. */
const readParts = async (strapi: Core.Strapi, row: FullRow, reader: RecordReader) => {
  const { mayRead } = reader;
  const permitted = {
    title: mayRead('title'),
    summary: mayRead('summary'),
    paragraphs: mayRead('body'),
    byline: mayRead('byline'),
    coverCaption: mayRead('coverCaption'),
    coverCredit: mayRead('coverCredit'),
    disclaimers: reader.mayReadDisclaimers,
    figures: reader.mayReadQuotes,
    corrections: mayRead('corrections'),
  };
  return {
    title: permitted.title ? row.title : null,
    summary: permitted.summary ? row.summary : null,
    paragraphs: permitted.paragraphs ? paragraphsOf(readJson(row.body)) : null,
    byline: permitted.byline ? row.byline : null,
    coverCaption: permitted.coverCaption ? row.cover_caption : null,
    coverCredit: permitted.coverCredit ? row.cover_credit : null,
    disclaimers: permitted.disclaimers ? ((readJson(row.disclaimers) ?? []) as ShownDisclaimer[]) : null,
    figures: permitted.figures ? await readFigures(strapi, row) : null,
    corrections: permitted.corrections ? readCorrections(readJson(row.corrections)) : null,
    withheld: Object.entries(permitted).flatMap(([part, isPermitted]) => (isPermitted ? [] : part)),
  };
};

/**
 * One publication of an article with what readers were shown, reduced to what the caller may read.
 *
 * @param id of the row of the record
 * @returns undefined if this article has no such publication in this locale
 */
export const readShownPublication = async (
  strapi: Core.Strapi,
  reader: RecordReader,
  { documentId, locale }: ArticlePlace,
  id: number,
): Promise<ShownPublication | undefined> => {
  const [row] = await readRows<FullRow>(strapi, recordTable(strapi), (publications) =>
    publications.where({ id, article_document_id: documentId, article_locale: locale }),
  );
  if (!row) return undefined;
  const line = toLine(row, reader);
  const parts = await readParts(strapi, row, reader);
  return { ...line, ...parts, withheld: [...line.withheld, ...parts.withheld] };
};
