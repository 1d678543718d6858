import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../strapi/enabled-types';
import type { Ticker } from './ticker';

/** A row of the app's type for tickers. An app need not have the optional fields. */
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
 * Reads the newsroom's tickers from the content type that the app configures. The directory of an app without such a type is
 * empty.
 */
export const createTickerDirectory = (strapi: Core.Strapi, tickerType: string) => {
  const contentType = Object.values(strapi.contentTypes).find(({ uid }) => uid === tickerType);
  const has = (attribute: string): boolean =>
    contentType !== undefined && attribute in contentType.attributes;

  const trading = has('listingStatus') ? { listingStatus: 'active' } : {};
  /** Where tickers have drafts, only published ones describe anything. */
  const published = contentType && hasDrafts(contentType) ? { publishedAt: { $notNull: true } } : {};
  const populate = has('company') ? { company: { select: ['documentId'] } } : {};

  const find = async (query: { where: object; orderBy?: object[]; limit?: number }): Promise<Ticker[]> => {
    if (!contentType) return [];
    const where = { $and: [query.where, published] };
    const rows: TickerRow[] = await strapi.db.query(tickerType).findMany({ ...query, where, populate });
    return rows.map(toTicker);
  };

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

    /** The newsroom's featured tickers that trade, in their order. */
    async featured(limit: number): Promise<Ticker[]> {
      if (!has('featured')) return [];
      const orderBy = [...(has('featuredOrder') ? [{ featuredOrder: 'asc' }] : []), { id: 'asc' }];
      return find({ where: { ...trading, featured: true }, orderBy, limit });
    },

    /** Those of these instruments that the newsroom has as tickers that trade. */
    async active(instruments: readonly { mic: string; symbol: string }[]): Promise<Ticker[]> {
      if (instruments.length === 0) return [];
      return find({ where: { ...trading, $or: instruments.map(({ mic, symbol }) => ({ mic, symbol })) } });
    },
  };
};

export type TickerDirectory = ReturnType<typeof createTickerDirectory>;
