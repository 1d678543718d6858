/** The figures of a quote, captured or live. */
export interface QuoteFigures {
  price: number;
  change: number | null;
  changePercent: number | null;
  currency: string | null;
  priceDecimals: number | null;
}

const decimals = (count: number | null): Intl.NumberFormatOptions => ({
  minimumFractionDigits: count ?? 2,
  maximumFractionDigits: count ?? 2,
});

/** `$480.00` in the article's language. */
export const priceText = (locale: string, { price, currency, priceDecimals }: QuoteFigures): string =>
  new Intl.NumberFormat(locale, {
    ...decimals(priceDecimals),
    ...(currency && /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency } : {}),
  }).format(price);

/** `+10.00 (+2.13%)`; empty where neither is known. */
export const changeText = (
  locale: string,
  { change, changePercent, priceDecimals }: QuoteFigures,
): string => {
  const signed = { signDisplay: 'exceptZero' } as const;
  const percent =
    changePercent === null
      ? ''
      : new Intl.NumberFormat(locale, { ...decimals(2), ...signed, style: 'percent' }).format(
          changePercent / 100,
        );
  const points =
    change === null
      ? ''
      : new Intl.NumberFormat(locale, { ...decimals(priceDecimals), ...signed }).format(change);
  return points && percent ? `${points} (${percent})` : points || percent;
};

/** `up`, `down` or `flat`: the class that gives a figure its colour. */
export const direction = ({ change, changePercent }: QuoteFigures): 'up' | 'down' | 'flat' => {
  const moved = change ?? changePercent ?? 0;
  if (moved === 0) return 'flat';
  return moved > 0 ? 'up' : 'down';
};

/** The exchange's time of a price, with its zone, for a page that is made on a server. */
export const timeText = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(iso));
