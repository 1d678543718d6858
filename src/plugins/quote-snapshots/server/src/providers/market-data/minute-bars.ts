import type { RawQuote } from './validate-quote';
import { failure } from './failure';
import { readFigure } from './read-figure';
import type { QuoteFailure } from './quote';

const MINUTE_MS = 60_000;

/** Longer than any long weekend. A listing that did not trade for a week has no price as of a minute. */
const LOOK_BACK_MS = 7 * 24 * 60 * MINUTE_MS;

/** A vendor's bar of one minute: when it starts, and its last price. */
export interface MinuteBar {
  start: Date | null;
  close: unknown;
}

/**
 * The first and last start of the minute bars that can answer for a moment: from a week before to the last minute that
 * was over by then. The bar that was under way holds prices of after the moment.
 */
export const barWindow = (asOf: Date): { from: Date; to: Date } => {
  const to = Math.floor(asOf.getTime() / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
  return { from: new Date(to - LOOK_BACK_MS), to: new Date(to) };
};

/** The price as of a moment, from bars in any order: the close of the last that was over by then, as of its start. */
export const priceAsOf = (
  bars: readonly MinuteBar[],
  asOf: Date,
): Pick<RawQuote, 'price' | 'quotedAt'> | QuoteFailure => {
  const { from, to } = barWindow(asOf);
  let last: { start: Date; price: number } | undefined;
  for (const { start, close } of bars) {
    if (!start || start < from || start > to || (last && start <= last.start)) continue;
    const price = readFigure(close);
    // Some vendors send minutes without trades, with no close: an earlier minute counts then.
    if (price !== null) last = { start, price };
  }
  return last
    ? { price: last.price, quotedAt: last.start }
    : failure('no-price', 'The provider has no price of the week before that moment.');
};
