import { z } from 'zod';
import type { RawAnswer } from '../client/raw-answers';
import type { RawQuote } from '../market-data/validate-quote';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { unvalidated, lenient } from '../http/lenient-schema';
import { parseEpoch } from '../market-data/read-time';
import type { MarketState } from '../market-data/quote';
import { closingTime } from '../market-data/us-session';

/** Of plans without real-time data. */
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
export const result = z.object({
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
type Result = z.infer<typeof result>;
/** A price; zero stands where there is none yet, between the night's reset and the first trade of the day. */
const positive = (value: unknown): number | null => {
  const figure = readFigure(value);
  return figure === 0 ? null : figure;
};

const timed = (price: unknown, at: unknown): Pick<RawQuote, 'price' | 'quotedAt'> => ({
  price: positive(price),
  quotedAt: parseEpoch(at, 'nanoseconds'),
});

/** What the price can be read off, each with the time that stands beside it, the best first. */
const readPrices = ({ session, last_trade: last, last_minute: minute, last_updated: updated }: Result) =>
  [
    timed(session?.price, session?.last_updated),
    timed(last?.price, last?.last_updated ?? last?.sip_timestamp),
    timed(minute?.close, minute?.last_updated),
    timed(session?.price, updated),
  ] as const;

/**
 * After hours the price is the regular session's close, and not the last trade's; its change is told apart from that of
 * the evening. Between four and half past nine (`early_trading`) there is no session but that of the morning.
 */
const readFigures = (said: Result, marketState: MarketState): RawQuote => {
  const { session } = said;
  const close = positive(session?.close);
  const previousClose = readOptionalFigure(session?.previous_close);
  const prices = readPrices(said);
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
    ...(prices.find(({ price, quotedAt }) => price !== null && quotedAt) ?? timed(session?.price, undefined)),
    previousClose,
    change: readOptionalFigure(session?.change),
    changePercent: readOptionalFigure(session?.change_percent),
  };
};

/** What a unified snapshot says of one ticker; undefined where it does not know it. */
export const readResult = (said: Result): RawAnswer | undefined => {
  if (said.error === 'NOT_FOUND') return undefined;
  if (said.error)
    return failure('refused', 'The provider refused this instrument: the plan of its key lacks it.');
  if (said.type && said.type !== 'stocks')
    return failure('wrong-listing', 'The provider answered with something else than a share or a fund.');
  const marketState = STATES[said.market_status ?? ''] ?? 'unknown';
  // Shares have it beside what it is of, indices at the top.
  const told = said.last_trade?.timeframe ?? said.last_quote?.timeframe ?? said.timeframe;
  return {
    name: said.name,
    ...readFigures(said, marketState),
    marketState,
    delayMinutes: told === 'REAL-TIME' ? 0 : DELAY_MINUTES,
  };
};
