import { marketTimeZone } from '../../../server/src/instruments/market-time-zones';

/** Intl's formatters are slow to create, and an article may name sixty listings. */
const formatters = new Map<string, Intl.NumberFormat>();
const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
};

const decimals = (count: number | null): Intl.NumberFormatOptions => ({
  minimumFractionDigits: count ?? 2,
  maximumFractionDigits: count ?? 2,
});

const CURRENCY = /^[A-Z]{3}$/;

/** A price with its currency in the user's format: `$480.00`, `480,00 $`. */
export const formatPrice = (
  locale: string,
  price: number,
  currency: string | null,
  priceDecimals: number | null,
): string =>
  numberFormat(locale, {
    ...decimals(priceDecimals),
    ...(currency && CURRENCY.test(currency) ? { style: 'currency', currency } : {}),
  }).format(price);

/** `+10.00`. The sign is shown because not everybody sees the colours. */
export const formatChange = (locale: string, change: number, priceDecimals: number | null): string =>
  numberFormat(locale, { ...decimals(priceDecimals), signDisplay: 'exceptZero' }).format(change);

/** `+2.13%`, for a percentage given as 2.13. */
export const formatPercent = (locale: string, percent: number): string =>
  numberFormat(locale, { ...decimals(2), style: 'percent', signDisplay: 'exceptZero' }).format(percent / 100);

/**
 * `14:32 EST`, with the date if it is not today: in the market's zone if it is known, otherwise in the user's.
 *
 * @param iso the time of a price, by the exchange
 */
export const formatMarketTime = (locale: string, iso: string, mic: string | null, now: Date): string => {
  const timeZone = marketTimeZone(mic);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const time = new Date(iso);
  const today = day.format(time) === day.format(now);
  return new Intl.DateTimeFormat(locale, {
    ...(today ? {} : { year: 'numeric', month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(time);
};
