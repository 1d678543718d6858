/** The figures of a quote, captured or live. */
export interface QuoteFigures {
  price: number;
  change: number | null;
  changePercent: number | null;
  /** ISO 4217. */
  currency: string | null;
  priceDecimals: number | null;
}

/** The fields of a change of price. */
export type Change = Pick<QuoteFigures, 'change' | 'changePercent' | 'priceDecimals'>;

export type Direction = 'up' | 'down' | 'flat';

/** The most that Intl accepts. */
const MOST_DECIMALS = 20;

const decimals = (count: number | null): Intl.NumberFormatOptions => {
  const digits = Math.min(MOST_DECIMALS, Math.max(0, count ?? 2));
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
};

const SIGNED = { signDisplay: 'exceptZero' } as const;

/** `$480.00`, in the article's language. */
export const priceText = (
  locale: string,
  { price, currency, priceDecimals }: Pick<QuoteFigures, 'price' | 'currency' | 'priceDecimals'>,
): string =>
  new Intl.NumberFormat(locale, {
    ...decimals(priceDecimals),
    ...(currency && /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency } : {}),
  }).format(price);

/** `+2.13%`; empty if unknown. */
export const percentText = (locale: string, { changePercent }: Pick<Change, 'changePercent'>): string =>
  changePercent === null
    ? ''
    : new Intl.NumberFormat(locale, { ...decimals(2), ...SIGNED, style: 'percent' }).format(
        changePercent / 100,
      );

/** `+10.00`; empty if unknown. */
export const pointsText = (locale: string, { change, priceDecimals }: Change): string =>
  change === null
    ? ''
    : new Intl.NumberFormat(locale, { ...decimals(priceDecimals), ...SIGNED }).format(change);

/** `+10.00 (+2.13%)`; empty if neither is known. */
export const changeText = (locale: string, change: Change): string => {
  const [points, percent] = [pointsText(locale, change), percentText(locale, change)];
  return points && percent ? `${points} (${percent})` : points || percent;
};

/** The direction in which a price moved, which decides its arrow and its colour. */
export const directionOf = ({
  change,
  changePercent,
}: Pick<Change, 'change' | 'changePercent'>): Direction => {
  const moved = change ?? changePercent ?? 0;
  if (moved === 0) return 'flat';
  return moved > 0 ? 'up' : 'down';
};

/** The arrow for each direction, shown with the sign and the colour. */
export const ARROWS: Readonly<Record<Direction, string>> = { up: '▲', down: '▼', flat: '●' };

const formatTime = (locale: string, iso: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(iso));

/** An instant with its zone, for pages that are rendered on the server: `Nov 24, 2026, 7:32 PM UTC`. */
export const timeText = (locale: string, iso: string): string =>
  formatTime(locale, iso, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });

/** A day: `November 24, 2026`. */
export const dateText = (locale: string, iso: string): string =>
  formatTime(locale, iso, { dateStyle: 'long' });
