import type { Core } from '@strapi/strapi';
import { formatInstrument, parseInstrument, type Instrument } from '../../instruments/instrument';
import type { ListingHistory } from '../../instruments/ticker-directory';
import type { Answer } from '../../capture/answer';
import { delayNotice } from '../delay-notice';
import { MOST_INSTRUMENTS } from '../latest-quotes';
import { pluginContext } from '../../plugin-context';
import { SNAPSHOT_UID } from '../../plugin-names';
import { defaultLocale } from '../../strapi/default-locale';
import { comparePrices, type Comparison, type SinceReason } from './compare-prices';
import { sinceReasonText } from './reasons';

/** How long a reader waits for live quotes, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

/** The part of a record's row that is compared. */
export interface ComparedSnapshot {
  documentId: string;
  instrument: string | null;
  state: string;
  price: number | null;
  priceDecimals: number | null;
  currency: string | null;
  quotedAt: Date | string | null;
  delayMinutes: number | null;
  attribution: string | null;
  /** The locale of the document, in whose language reasons are worded. */
  relatedLocale: string | null;
}

interface ShownPrice {
  price: number;
  currency: string;
  quotedAt: string;
  delayMinutes: number | null;
  attribution: string | null;
}

export interface Since {
  atPublication: ShownPrice | null;
  now: ShownPrice | null;
  change: number | null;
  changePercent: number | null;
  reasonCode: SinceReason | null;
  reason: string | null;
}

const iso = (time: Date | string): string => new Date(time).toISOString();

const atPublication = (row: ComparedSnapshot): (ShownPrice & { priceDecimals: number }) | null =>
  row.state === 'captured' && row.price !== null && row.currency && row.quotedAt
    ? {
        price: row.price,
        priceDecimals: row.priceDecimals ?? 2,
        currency: row.currency,
        quotedAt: iso(row.quotedAt),
        delayMinutes: row.delayMinutes,
        attribution: row.attribution,
      }
    : null;

const without = (
  { relatedLocale }: ComparedSnapshot,
  then: ShownPrice | null,
  reasonCode: SinceReason,
): Since => ({
  atPublication: then,
  now: null,
  change: null,
  changePercent: null,
  reasonCode,
  reason: sinceReasonText(reasonCode, relatedLocale),
});

const compare = (
  row: ComparedSnapshot,
  listing: ListingHistory | undefined,
  answer: Answer | undefined,
): Since => {
  const then = atPublication(row);
  if (!then) return without(row, null, 'no-price-at-publication');
  const { priceDecimals, ...shown } = then;
  if (!listing) return without(row, shown, 'unknown-listing');
  if (!listing.active) return without(row, shown, 'listing-ended');
  if (!answer) return without(row, shown, 'too-many');
  // The provider's own message is not shown: it is in English, and names listings and limits of the newsroom's plan.
  if (!('quote' in answer)) return without(row, shown, 'no-quote-now');
  const { quote, attribution } = answer;
  const compared: Comparison = comparePrices(
    { ...shown, priceDecimals, quotedAt: new Date(shown.quotedAt) },
    quote,
    listing.splitDates,
  );
  return {
    atPublication: shown,
    now: {
      price: quote.price,
      currency: quote.currency,
      quotedAt: iso(quote.quotedAt),
      delayMinutes: quote.delayMinutes,
      attribution,
    },
    ...compared,
    reason: compared.reasonCode && sinceReasonText(compared.reasonCode, row.relatedLocale),
  };
};

const readInstrument = (text: string | null): Instrument | undefined => {
  try {
    return text === null ? undefined : parseInstrument(text);
  } catch {
    // If the listing is unknown, the record has the mention as printed.
    return undefined;
  }
};

/**
 * Compares snapshots with live quotes. It asks only for active tickers of the newsroom, at most 50, and with the priority of a
 * visitor, because the API must not become a free proxy to the newsroom's paid feed.
 *
 * @returns the comparison for each snapshot, in the same order
 */
export const compareSnapshots = async (
  strapi: Core.Strapi,
  rows: readonly ComparedSnapshot[],
): Promise<Since[]> => {
  const { desk, directory } = pluginContext(strapi);
  const instruments = new Map(
    rows.flatMap((row) => {
      const instrument = atPublication(row) && readInstrument(row.instrument);
      return instrument ? [[formatInstrument(instrument), instrument] as const] : [];
    }),
  );
  const known = await directory.histories([...instruments.values()]);
  const listings = new Map(known.map((listing) => [formatInstrument(listing.ticker), listing]));
  const asked = known.filter(({ active }) => active).slice(0, MOST_INSTRUMENTS);
  const answers: ReadonlyMap<string, Answer> =
    asked.length === 0
      ? new Map<string, Answer>()
      : await desk.getQuotes(
          asked.map(({ ticker }) => ticker),
          { timeoutMs: ANSWER_WITHIN_MS, priority: 'visitor' },
        );
  return rows.map((row) =>
    compare(row, listings.get(row.instrument ?? ''), answers.get(row.instrument ?? '')),
  );
};

type Row = ComparedSnapshot & Record<'symbol' | 'mic' | 'exchange' | 'name', string | null>;

/**
 * How the prices of a document have changed since its publication, in the order in which it names them. The record is read with the
 * caller's rights, so snapshots that they may not see are left out.
 *
 * @param locale of the document; if absent, and the document has locales, the default locale
 */
export const sincePublication = async (
  strapi: Core.Strapi,
  { documentId, locale }: { documentId: string; locale?: string | undefined },
) => {
  const { provider } = pluginContext(strapi);
  const relatedLocale = locale
    ? { relatedLocale: locale }
    : { $or: [{ relatedLocale: { $null: true } }, { relatedLocale: await defaultLocale(strapi) }] };
  const rows: Row[] = await strapi.db.query(SNAPSHOT_UID).findMany({
    where: {
      $and: [{ relatedDocumentId: documentId, current: true, instrument: { $notNull: true } }, relatedLocale],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    limit: 1_000,
  });
  const compared = await compareSnapshots(strapi, rows);
  const data = rows.map((row, index) => ({
    documentId: row.documentId,
    instrument: row.instrument,
    symbol: row.symbol,
    mic: row.mic,
    exchange: row.exchange,
    name: row.name,
    ...compared[index],
  }));
  const delayMinutes = Math.max(provider.delayMinutes, ...compared.map(({ now }) => now?.delayMinutes ?? 0));
  return { data, meta: { delayMinutes, delayNotice: delayNotice(delayMinutes) } };
};
