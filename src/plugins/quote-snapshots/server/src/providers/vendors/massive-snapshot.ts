import { z } from 'zod';
import type { RawAnswer } from '../batches/raw-answers';
import type { RawQuote } from '../market-data/validate-quote';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { unvalidated, lenient } from '../http/lenient-schema';
import { parseEpoch } from '../market-data/read-time';
import type { MarketState } from '../market-data/quote';
import { closingTime } from '../market-data/us-session';

/** The delay of plans without real-time data. */
export const DELAY_MINUTES = 15;

const STATES: Readonly<Record<string, MarketState>> = {
  open: 'regular',
  closed: 'closed',
  early_trading: 'pre',
  late_trading: 'post',
};

const timeframe = lenient(z.string());
const trade = z.object({
  price: unvalidated,
  last_updated: unvalidated,
  sip_timestamp: unvalidated,
  timeframe,
});
/** One ticker of a unified snapshot. */
export const snapshotResult = z.object({
  ticker: z.string(),
  error: lenient(z.string()),
  name: lenient(z.string()),
  type: lenient(z.string()),
  market_status: lenient(z.string()),
  timeframe,
  last_updated: unvalidated,
  session: lenient(
    z.object({
      price: unvalidated,
      close: unvalidated,
      previous_close: unvalidated,
      change: unvalidated,
      change_percent: unvalidated,
      regular_trading_change: unvalidated,
      regular_trading_change_percent: unvalidated,
      last_updated: unvalidated,
    }),
  ),
  last_trade: lenient(trade),
  last_quote: lenient(z.object({ timeframe })),
  last_minute: lenient(z.object({ close: unvalidated, last_updated: unvalidated })),
});
type Result = z.infer<typeof snapshotResult>;
/** A price. Massive sends zero between the reset at night and the first trade of the day. */
const positive = (value: unknown): number | null => {
  const figure = readFigure(value);
  return figure === 0 ? null : figure;
};

const timedPrice = (price: unknown, at: unknown): Pick<RawQuote, 'price' | 'quotedAt'> => ({
  price: positive(price),
  quotedAt: parseEpoch(at, 'nanoseconds'),
});

/** The prices of a snapshot, each with the time in the same field, the best first. */
const readPrices = ({ session, last_trade: last, last_minute: minute, last_updated: updated }: Result) =>
  [
    timedPrice(session?.price, session?.last_updated),
    timedPrice(last?.price, last?.last_updated ?? last?.sip_timestamp),
    timedPrice(minute?.close, minute?.last_updated),
    timedPrice(session?.price, updated),
  ] as const;

/**
 * After hours the price is the regular session's close, and not the last trade's, with the change of the regular session. Before
 * the open (`early_trading`) the last trade is the only price of the day.
 */
const readFigures = (given: Result, marketState: MarketState): RawQuote => {
  const { session } = given;
  const close = positive(session?.close);
  const previousClose = readOptionalFigure(session?.previous_close);
  const prices = readPrices(given);
  const [ofSession, ofTrade, ofMinute] = prices;
  const last = ofTrade.quotedAt ?? ofMinute.quotedAt ?? ofSession.quotedAt;
  if ((marketState === 'post' || marketState === 'closed') && close !== null && last) {
    return {
      price: close,
      previousClose,
      change: readOptionalFigure(session?.regular_trading_change),
      changePercent: readOptionalFigure(session?.regular_trading_change_percent),
      quotedAt: closingTime(last, last),
    };
  }
  return {
    ...(prices.find(({ price, quotedAt }) => price !== null && quotedAt) ??
      timedPrice(session?.price, undefined)),
    previousClose,
    change: readOptionalFigure(session?.change),
    changePercent: readOptionalFigure(session?.change_percent),
  };
};

/** The quote in one result of a unified snapshot; undefined if Massive does not know the ticker. */
export const readResult = (given: Result): RawAnswer | undefined => {
  if (given.error === 'NOT_FOUND') return undefined;
  if (given.error)
    return failure('refused', 'The provider refused this instrument: the plan of its key lacks it.');
  if (given.type && given.type !== 'stocks')
    return failure('wrong-listing', 'The provider answered with something else than a share or a fund.');
  const marketState = STATES[given.market_status ?? ''] ?? 'unknown';
  // Shares have a timeframe for each field, indices have one for the whole result.
  const timeframeOfPrice = given.last_trade?.timeframe ?? given.last_quote?.timeframe ?? given.timeframe;
  return {
    name: given.name,
    ...readFigures(given, marketState),
    marketState,
    delayMinutes: timeframeOfPrice === 'REAL-TIME' ? 0 : DELAY_MINUTES,
  };
};
