import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { failure } from './failure';
import { impliedCurrency, tradesIn } from './market-currencies';
import { currencyDecimals, countDecimals, toMajorUnit, parseCurrencyUnit } from './minor-units';
import { quotedFigure, shownDecimals } from './price-precision';
import type { MarketState, QuoteAnswer } from './quote';
import { sameMarket } from './market-segments';
import { sanitizeText } from '../http/sanitize-text';

/** What an adapter has read off its vendor's answer, before unvalidated is parsed. */
export interface RawQuote {
  name?: string | null;
  exchange?: string | null;
  /** The markets that the vendor's words for the listing's may mean; absent or empty where it names none we know. */
  markets?: readonly string[];
  price: number | null;
  previousClose?: number | null;
  change?: number | null;
  changePercent?: number | null;
  /** How many decimals the source says it quotes, in the unit of the price; read off the price where absent. */
  priceDecimals?: number;
  /** As the vendor spells it; absent where the vendor states none. */
  currency?: string | null;
  marketState?: MarketState;
  quotedAt: Date | null;
  delayMinutes?: number | null;
}

/** Markets close for nine days around Chinese New Year; a price older than two weeks is a dead listing's. */
const OLDEST_QUOTE_MS = 14 * 24 * 60 * 60_000;

/** Clocks differ by seconds; minutes ahead is a wrong time, or a wrong time zone. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** From a token worth next to nothing to the dearest share there is, with room: beyond that arithmetic breaks down. */
const isPrice = (figure: number): boolean => figure >= 1e-9 && figure <= 1e12;

/** Of a change: beyond these a difference of two figures is arithmetic. */
const MOST_DECIMALS = 12;

const isFigure = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const round = (figure: number, decimals: number): number => Number(figure.toFixed(decimals));

/**
 * The gate that every provider's answer passes: nothing that is not surely a price of the instrument asked for
 * becomes a quote. Change and percent are computed from price and previous close where both are there, so that
 * the three always agree; what a vendor says of them counts only where the previous close is missing. No figure has
 * more decimals than its market quotes.
 *
 * @param asOf the moment that was asked for, where it was not now: the price must be of then, not of later, and is
 * stale by then
 */
export const validateQuote = (instrument: Instrument, raw: RawQuote, now: Date, asOf?: Date): QuoteAnswer => {
  const named = formatInstrument(instrument);
  const no = (...args: Parameters<typeof failure>): QuoteAnswer => ({ failure: failure(...args) });

  if (raw.price === null) return no('no-price', `The provider has no price for ${named} at the moment.`);
  if (!isFigure(raw.price)) return no('invalid-price', `The provider's price for ${named} is not a number.`);
  if (raw.price <= 0) {
    return no(
      'invalid-price',
      `The provider's price for ${named} is ${raw.price === 0 ? 'zero' : 'negative'}: not a price.`,
    );
  }
  if (!isPrice(raw.price))
    return no('invalid-price', `The provider's price for ${named} is out of all bounds.`);
  if (!raw.quotedAt || Number.isNaN(raw.quotedAt.getTime())) {
    return no('incomplete-quote', `The provider does not say when ${named} had this price.`);
  }
  const age = (asOf ?? now).getTime() - raw.quotedAt.getTime();
  if (age > OLDEST_QUOTE_MS) {
    return no(
      'stale',
      `The provider's last price for ${named} is of ${raw.quotedAt.toISOString().slice(0, 10)}: too old to show.`,
    );
  }
  if (asOf && age < 0)
    return no('bad-answer', `The provider's price for ${named} is of after the moment asked for.`);
  if (age < -CLOCK_SKEW_MS)
    return no('incomplete-quote', `The provider dates its price for ${named} in the future.`);

  if (raw.markets?.length && !raw.markets.some((market) => sameMarket(market, instrument.mic)))
    return no('wrong-listing', `The provider answered for ${named} with a listing on another market.`);

  const code = raw.currency ?? impliedCurrency(instrument.mic);
  if (!code)
    return no('incomplete-quote', `The provider does not say in which currency or unit ${named} is quoted.`);
  const unit = parseCurrencyUnit(code);
  if (!unit) return no('incomplete-quote', `The provider names no known currency for ${named}.`);
  if (!tradesIn(instrument.mic, unit.currency)) {
    return no(
      'wrong-listing',
      `The provider answered for ${named} in ${unit.currency}: the price of another listing.`,
    );
  }

  const major = (figure: number): number => (unit.quoteUnit ? toMajorUnit(figure) : figure);
  const written = { mic: instrument.mic, inHundredths: unit.quoteUnit !== null, hint: raw.priceDecimals };
  const quoted = (figure: number): number => quotedFigure(figure, written);
  const quotedPrice = quoted(raw.price);
  const quotedDecimals =
    raw.priceDecimals === undefined
      ? Math.max(unit.quoteUnit ? 0 : currencyDecimals(unit.currency), countDecimals(quotedPrice))
      : shownDecimals(quotedPrice, raw.priceDecimals);
  const priceDecimals = quotedDecimals + (unit.quoteUnit ? 2 : 0);
  const price = major(quotedPrice);
  const previousClose =
    isFigure(raw.previousClose) && isPrice(raw.previousClose) ? major(quoted(raw.previousClose)) : null;
  // What is said against a previous close of zero (a listing's first day) is a division by nothing, not “0 %”.
  const fromNothing = isFigure(raw.previousClose) && raw.previousClose <= 0;
  const said = (figure: number | null | undefined): number | null =>
    isFigure(figure) && !fromNothing ? figure : null;
  const decimals = Math.max(
    countDecimals(price),
    Math.min(priceDecimals, MOST_DECIMALS),
    previousClose === null ? 0 : countDecimals(previousClose),
  );
  const saidChange = said(raw.change);
  const change =
    previousClose !== null
      ? round(price - previousClose, decimals)
      : saidChange === null
        ? null
        : round(major(saidChange), decimals);
  const saidPercent = said(raw.changePercent);
  const changePercent =
    previousClose !== null
      ? round(((price - previousClose) / previousClose) * 100, 4)
      : saidPercent === null
        ? null
        : round(saidPercent, 4);

  return {
    quote: {
      instrument,
      name: sanitizeText(raw.name),
      exchange: sanitizeText(raw.exchange),
      price,
      previousClose,
      change,
      changePercent,
      priceDecimals,
      currency: unit.currency,
      quoteUnit: unit.quoteUnit,
      marketState: raw.marketState ?? 'unknown',
      quotedAt: raw.quotedAt,
      delayMinutes: isFigure(raw.delayMinutes) && raw.delayMinutes >= 0 ? Math.round(raw.delayMinutes) : null,
    },
  };
};
