import type { RawQuote } from './validate-quote';
import { failure } from './failure';
import { readFigure } from './read-figure';
import type { QuoteFailure } from './quote';

const MINUTE_MS = 60_000;

/** Longer than any long weekend. A listing without a trade for a week has no price as of a minute. */
const LOOK_BACK_MS = 7 * 24 * 60 * MINUTE_MS;

/** A vendor's bar of one minute: its start and its last price. */
export interface MinuteBar {
  start: Date | null;
  close: unknown;
}

/**
 * The first and last start of the minute bars that can answer for an instant: from a week before it to the last minute that had
 * ended by then. The bar of the present minute contains prices after the instant.
 */
export const barWindow = (asOf: Date): { from: Date; to: Date } => {
  const to = Math.floor(asOf.getTime() / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
  return { from: new Date(to - LOOK_BACK_MS), to: new Date(to) };
};

/** The price as of an instant, from bars in any order: the close of the last bar that had ended by then, as of its start. */
export const priceAsOf = (
  bars: readonly MinuteBar[],
  asOf: Date,
): Pick<RawQuote, 'price' | 'quotedAt'> | QuoteFailure => {
  const { from, to } = barWindow(asOf);
  let last: { start: Date; price: number } | undefined;
  for (const { start, close } of bars) {
    if (!start || start < from || start > to || (last && start <= last.start)) continue;
    const price = readFigure(close);
    // Some vendors send minutes without trades and without a close. Then an earlier minute counts.
    if (price !== null) last = { start, price };
  }
  return last
    ? { price: last.price, quotedAt: last.start }
    : failure('no-price', 'The provider has no price of the week before that moment.');
};
