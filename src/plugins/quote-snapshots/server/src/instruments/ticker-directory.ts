import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../strapi/enabled-types';
import { chunksOf } from '../chunks-of';
import { formatInstrument } from './instrument';
import type { Ticker } from './ticker';

/** A row of the app's content type for tickers. The app's type may lack the optional fields. */
export interface TickerRow {
  id: number;
  documentId: string;
  mic: string;
  symbol: string;
  exchange?: string | null;
  name?: string | null;
  currency?: string | null;
  isin?: string | null;
  listingStatus?: string | null;
  company?: { documentId: string } | null;
}

/** At most so many tickers are compared with an unknown symbol, to find the one that was meant. */
const MOST_SPELLED_LIKE = 5_000;

/** A ticker, and what must be known before its prices at two times are compared. */
export interface ListingHistory {
  ticker: Ticker;
  /** False if it is suspended or delisted. */
  active: boolean;
  /** The days on which its shares were split, for example `2026-06-10`. */
  splitDates: string[];
}

/** The days in a ticker's list of splits. Entries without a date are left out. */
const readSplitDates = (splits: unknown): string[] =>
  (Array.isArray(splits) ? splits : []).flatMap((split: unknown) => {
    const { date } = (split ?? {}) as { date?: unknown };
    return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}/.test(date) ? [date.slice(0, 10)] : [];
  });

export const toTicker = (row: TickerRow): Ticker => ({
  id: row.id,
  documentId: row.documentId,
  mic: row.mic,
  symbol: row.symbol,
  exchange: row.exchange ?? null,
  name: row.name ?? null,
  currency: row.currency ?? null,
  isin: row.isin ?? null,
  listed: row.listingStatus !== 'delisted',
  company: row.company?.documentId ?? null,
});

/**
 * Reads the newsroom's tickers from the content type in the option `tickerType`. If the app has no such type, the directory is
 * empty.
 *
 * @param splitsAttribute the ticker's attribute that lists its splits, each with a `date`: JSON, or a repeatable component
 */
export const createTickerDirectory = (strapi: Core.Strapi, tickerType: string, splitsAttribute: string) => {
  const contentType = Object.values(strapi.contentTypes).find(({ uid }) => uid === tickerType);
  const has = (attribute: string): boolean =>
    contentType !== undefined && attribute in contentType.attributes;

  const trading = has('listingStatus') ? { listingStatus: 'active' } : {};
  /** If the type has drafts, only published tickers count. */
  const published = contentType && hasDrafts(contentType) ? { publishedAt: { $notNull: true } } : {};
  const populate = has('company') ? { company: { select: ['documentId'] } } : {};

  const findRows = async (
    query: { where: object; orderBy?: object[]; limit?: number },
    also: object = {},
  ): Promise<TickerRow[]> => {
    if (!contentType) return [];
    const where = { $and: [query.where, published] };
    return await strapi.db
      .query(tickerType)
      .findMany({ ...query, where, populate: { ...populate, ...also } });
  };
  const find = async (query: Parameters<typeof findRows>[0]): Promise<Ticker[]> =>
    (await findRows(query)).map(toTicker);

  return {
    type: contentType?.uid,
    /** The content type of a ticker's company, if tickers have one. */
    companyType: (contentType?.attributes.company as { target?: string } | undefined)?.target,
    /** What to populate so that a row can become a {@link Ticker}. */
    populate,

    async withSymbols(symbols: string[]): Promise<Ticker[]> {
      return symbols.length === 0
        ? []
        : find({ where: { symbol: { $in: symbols } }, orderBy: [{ id: 'asc' }] });
    },

    async withDocumentIds(documentIds: string[]): Promise<Ticker[]> {
      return documentIds.length === 0
        ? []
        : find({ where: { documentId: { $in: documentIds } }, orderBy: [{ id: 'asc' }] });
    },

    /** Tickers whose symbols may differ from this one by a typing error: they begin with its first or second letter, or end like it. */
    async spelledLike(symbol: string): Promise<Ticker[]> {
      const like = [symbol.slice(0, 1), symbol.slice(1, 2)].filter(Boolean);
      return find({
        where: {
          ...trading,
          $or: [
            ...like.map((letter) => ({ symbol: { $startsWith: letter } })),
            ...(symbol.length > 1 ? [{ symbol: { $endsWith: symbol.slice(1) } }] : []),
          ],
        },
        orderBy: [{ id: 'asc' }],
        limit: MOST_SPELLED_LIKE,
      });
    },

    /** The active tickers of these companies, featured ones first. */
    async ofCompanies(documentIds: string[]): Promise<Ticker[]> {
      if (documentIds.length === 0 || !has('company')) return [];
      const orderBy = [...(has('featured') ? [{ featured: 'desc' }] : []), { id: 'asc' }];
      return find({ where: { ...trading, company: { documentId: { $in: documentIds } } }, orderBy });
    },

    /** The featured tickers that are active, in the order that editors gave them. */
    async featured(limit: number): Promise<Ticker[]> {
      if (!has('featured')) return [];
      const orderBy = [...(has('featuredOrder') ? [{ featuredOrder: 'asc' }] : []), { id: 'asc' }];
      return find({ where: { ...trading, featured: true }, orderBy, limit });
    },

    /** The tickers of these instruments, active or not. Instruments without a ticker are left out. */
    async histories(instruments: readonly { mic: string; symbol: string }[]): Promise<ListingHistory[]> {
      const isComponent = contentType?.attributes[splitsAttribute]?.type === 'component';
      const wanted = new Set(instruments.map(formatInstrument));
      const symbols = [...new Set(instruments.map(({ symbol }) => symbol))];
      const rows: TickerRow[] = [];
      for (const some of chunksOf(symbols, 200)) {
        const also = isComponent ? { [splitsAttribute]: true } : {};
        const found = await findRows({ where: { symbol: { $in: some } } }, also);
        rows.push(...found.filter((row) => wanted.has(formatInstrument(row))));
      }
      return rows.map((row) => ({
        ticker: toTicker(row),
        active: !has('listingStatus') || row.listingStatus === 'active',
        splitDates: readSplitDates((row as unknown as Record<string, unknown>)[splitsAttribute]),
      }));
    },

    /** The active tickers of these instruments. Instruments without one are left out. */
    async active(instruments: readonly { mic: string; symbol: string }[]): Promise<Ticker[]> {
      if (instruments.length === 0) return [];
      return find({ where: { ...trading, $or: instruments.map(({ mic, symbol }) => ({ mic, symbol })) } });
    },
  };
};

export type TickerDirectory = ReturnType<typeof createTickerDirectory>;
