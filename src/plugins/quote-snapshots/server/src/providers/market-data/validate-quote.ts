import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { failure } from './failure';
import { impliedCurrency, tradesIn } from './market-currencies';
import { countDecimals, currencyDecimals, parseCurrencyUnit, toMajorUnit, type Unit } from './minor-units';
import { quotedFigure, shownDecimals } from './price-precision';
import type { MarketState, QuoteAnswer, QuoteFailure } from './quote';
import { sameMarket } from './market-segments';
import { sanitizeText } from './sanitize-text';

/** The figures that an adapter has read from its vendor's answer, before they are validated. */
export interface RawQuote {
  name?: string | null;
  exchange?: string | null;
  /** The markets (MICs) that the vendor's market name may mean; absent or empty if the name is not known. */
  markets?: readonly string[];
  price: number | null;
  previousClose?: number | null;
  change?: number | null;
  changePercent?: number | null;
  /** The number of decimals that the source states, in the unit of the price; if absent, it is read from the price. */
  priceDecimals?: number;
  /** In the vendor's spelling; absent if the vendor states none. */
  currency?: string | null;
  marketState?: MarketState;
  quotedAt: Date | null;
  delayMinutes?: number | null;
}

/** Markets close for nine days around Chinese New Year. A price that is older than two weeks belongs to a listing that has ended. */
const OLDEST_QUOTE_MS = 14 * 24 * 60 * 60_000;

/**
 * How far a price may be ahead of this server's clock, in minutes. Clocks differ by seconds. A price that is further ahead has a
 * wrong time or time zone, or the server's clock is wrong.
 */
const CLOCK_SKEW_MINUTES = 5;

/** The most expensive share costs less than a million. Outside of these limits double precision loses digits. */
const isPrice = (figure: number): boolean => figure >= 1e-9 && figure <= 1e12;

/** A change has no more decimals than this. The rest is the error of a subtraction. */
const MOST_DECIMALS = 12;

const isFigure = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const round = (figure: number, decimals: number): number => Number(figure.toFixed(decimals));

/** Why a price is not valid or is of the wrong time; undefined if it is valid. */
const priceFault = (
  id: string,
  raw: RawQuote,
  now: Date,
  asOf: Date | undefined,
): QuoteFailure | undefined => {
  const { price, quotedAt } = raw;
  if (price === null) return failure('no-price', `The provider has no price for ${id} at the moment.`);
  if (!isFigure(price)) return failure('invalid-price', `The provider's price for ${id} is not a number.`);
  if (price <= 0) {
    const sign = price === 0 ? 'zero' : 'negative';
    return failure('invalid-price', `The provider's price for ${id} is ${sign}: not a price.`);
  }
  if (!isPrice(price))
    return failure('invalid-price', `The provider's price for ${id} is out of all bounds.`);
  if (!quotedAt || Number.isNaN(quotedAt.getTime()))
    return failure('incomplete-quote', `The provider does not say when ${id} had this price.`);
  const age = (asOf ?? now).getTime() - quotedAt.getTime();
  if (age > OLDEST_QUOTE_MS) {
    const day = quotedAt.toISOString().slice(0, 10);
    return failure('stale', `The provider's last price for ${id} is of ${day}: too old to show.`);
  }
  if (asOf && age < 0)
    return failure('bad-answer', `The provider's price for ${id} is of after the moment asked for.`);
  if (age < -CLOCK_SKEW_MINUTES * 60_000) {
    return failure(
      'incomplete-quote',
      `The provider dates its price for ${id} more than ${CLOCK_SKEW_MINUTES} minutes ahead of this server's clock. Check that the server's clock is right.`,
    );
  }
  return undefined;
};

/** The unit of the price, or the reason why it cannot be a price of this listing. */
const unitOfQuote = (id: string, { mic }: Instrument, raw: RawQuote): Unit | QuoteFailure => {
  if (raw.markets?.length && !raw.markets.some((market) => sameMarket(market, mic)))
    return failure('wrong-listing', `The provider answered for ${id} with a listing on another market.`);
  const code = raw.currency ?? impliedCurrency(mic);
  if (!code)
    return failure(
      'incomplete-quote',
      `The provider does not say in which currency or unit ${id} is quoted.`,
    );
  const unit = parseCurrencyUnit(code);
  if (!unit) return failure('incomplete-quote', `The provider names no known currency for ${id}.`);
  if (!tradesIn(mic, unit.currency)) {
    return failure(
      'wrong-listing',
      `The provider answered for ${id} in ${unit.currency}: the price of another listing.`,
    );
  }
  return unit;
};

/** Price, previous close and changes in the currency, and the number of decimals to show. */
const readFigures = (price: number, raw: RawQuote, unit: Unit, mic: string) => {
  const written = { mic, inMinorUnit: unit.quoteUnit !== null, hint: raw.priceDecimals };
  const inCurrency = (figure: number): number => toMajorUnit(quotedFigure(figure, written), unit);
  const quoted = quotedFigure(price, written);
  const quotedDecimals =
    raw.priceDecimals === undefined
      ? Math.max(unit.quoteUnit ? 0 : currencyDecimals(unit.currency), countDecimals(quoted))
      : shownDecimals(quoted, raw.priceDecimals);
  const priceDecimals = quotedDecimals + unit.shift;
  const major = inCurrency(price);
  const previousClose =
    isFigure(raw.previousClose) && isPrice(raw.previousClose) ? inCurrency(raw.previousClose) : null;
  const decimals = Math.max(
    countDecimals(major),
    Math.min(priceDecimals, MOST_DECIMALS),
    previousClose === null ? 0 : countDecimals(previousClose),
  );
  if (previousClose !== null) {
    return {
      price: major,
      priceDecimals,
      previousClose,
      change: round(major - previousClose, decimals),
      changePercent: round(((major - previousClose) / previousClose) * 100, 4),
    };
  }
  // On a listing's first day some vendors state a previous close of zero and a change of 0 %. Then there is no change.
  const isFirstDay = isFigure(raw.previousClose) && raw.previousClose <= 0;
  const stated = (figure: number | null | undefined): number | null =>
    isFigure(figure) && !isFirstDay ? figure : null;
  const change = stated(raw.change);
  const percent = stated(raw.changePercent);
  return {
    price: major,
    priceDecimals,
    previousClose,
    change: change === null ? null : round(toMajorUnit(change, unit), decimals),
    changePercent: percent === null ? null : round(percent, 4),
  };
};

/**
 * Validates a provider's answer, so that only a certain price of the instrument becomes a quote. Change and percentage are computed
 * from price and previous close if both are given, so that the three always agree. The vendor's own are used only without a
 * previous close. No figure has more decimals than its market quotes.
 *
 * @param asOf the requested instant, if it was not now; the price must not be later, and its age is counted from then
 */
export const validateQuote = (instrument: Instrument, raw: RawQuote, now: Date, asOf?: Date): QuoteAnswer => {
  const id = formatInstrument(instrument);
  const fault = priceFault(id, raw, now, asOf);
  if (fault) return { failure: fault };
  const unit = unitOfQuote(id, instrument, raw);
  if ('code' in unit) return { failure: unit };
  const { price, quotedAt, delayMinutes } = raw as RawQuote & { price: number; quotedAt: Date };
  return {
    quote: {
      instrument,
      name: sanitizeText(raw.name),
      exchange: sanitizeText(raw.exchange),
      ...readFigures(price, raw, unit, instrument.mic),
      currency: unit.currency,
      quoteUnit: unit.quoteUnit,
      marketState: raw.marketState ?? 'unknown',
      quotedAt,
      delayMinutes: isFigure(delayMinutes) && delayMinutes >= 0 ? Math.round(delayMinutes) : null,
    },
  };
};
