/** A price with its time, in the major unit of its currency. */
export interface TimedPrice {
  price: number;
  /** ISO 4217. */
  currency: string;
  quotedAt: Date;
  /** The number of decimals in the source's price. */
  priceDecimals: number;
}

/** Why two prices are not compared. */
export type SinceReason =
  | 'no-price-at-publication'
  | 'unknown-listing'
  | 'listing-ended'
  | 'currency-differs'
  | 'split'
  | 'no-quote-now'
  | 'too-many';

export interface Comparison {
  /** In the currency of the prices, rounded to the decimals of the more precise one. */
  change: number | null;
  /** Percent (1.23 is 1.23 %), rounded to four decimals. */
  changePercent: number | null;
  reasonCode: SinceReason | null;
}

const HOUR_MS = 3_600_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * Whether a split may lie between two instants. A split takes effect on a day of the exchange, whose time zone is not known here.
 * If it may have been in force at either instant, the prices are not compared.
 */
const mayBeSplit = (splitDates: readonly string[], then: Date, now: Date): boolean => {
  // The exchange's day is at most half a day behind the UTC day, and 14 hours ahead of it.
  const first = dayOf(then.getTime() - 12 * HOUR_MS);
  const last = dayOf(now.getTime() + 14 * HOUR_MS);
  return splitDates.some((date) => date > first && date <= last);
};

const without = (reasonCode: SinceReason): Comparison => ({ change: null, changePercent: null, reasonCode });

/**
 * The change from the price at publication to the price now.
 *
 * @param splitDates days of the instrument's splits, such as `2026-06-10`
 */
export const comparePrices = (
  then: TimedPrice,
  now: TimedPrice,
  splitDates: readonly string[],
): Comparison => {
  if (then.currency !== now.currency) return without('currency-differs');
  if (now.quotedAt < then.quotedAt) return without('no-quote-now');
  if (mayBeSplit(splitDates, then.quotedAt, now.quotedAt)) return without('split');
  const change = now.price - then.price;
  return {
    change: Number(change.toFixed(Math.min(12, Math.max(then.priceDecimals, now.priceDecimals)))),
    changePercent: Number(((change / then.price) * 100).toFixed(4)),
    reasonCode: null,
  };
};
