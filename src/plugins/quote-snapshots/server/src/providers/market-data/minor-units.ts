/**
 * London, Johannesburg and Tel Aviv quote in hundredths of the currency, which vendors spell in their own ways.
 * Storing such a figure as pounds is wrong by a factor of a hundred.
 */
const MINOR_UNITS: Readonly<Record<string, { currency: string; quoteUnit: string }>> = {
  GBX: { currency: 'GBP', quoteUnit: 'GBX' },
  GBp: { currency: 'GBP', quoteUnit: 'GBX' },
  GBPX: { currency: 'GBP', quoteUnit: 'GBX' },
  'GBP.P': { currency: 'GBP', quoteUnit: 'GBX' },
  ZAc: { currency: 'ZAR', quoteUnit: 'ZAC' },
  ZAC: { currency: 'ZAR', quoteUnit: 'ZAC' },
  ZAX: { currency: 'ZAR', quoteUnit: 'ZAC' },
  ILA: { currency: 'ILS', quoteUnit: 'ILA' },
  ILa: { currency: 'ILS', quoteUnit: 'ILA' },
  ILX: { currency: 'ILS', quoteUnit: 'ILA' },
};

export interface Unit {
  /** ISO 4217. */
  currency: string;
  /** The hundredth that the figures are in, or null where they are in the currency itself. */
  quoteUnit: string | null;
}

/** What a vendor's currency code means, or undefined where it is no currency. */
export const parseCurrencyUnit = (code: string): Unit | undefined => {
  const minor = MINOR_UNITS[code.trim()];
  if (minor) return minor;
  const currency = code.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(currency) ? { currency, quoteUnit: null } : undefined;
};

/** A figure in hundredths, in the major unit. Rounded to twelve decimals, for 0.1 + 0.2 is not a price. */
export const toMajorUnit = (hundredths: number): number => Number((hundredths / 100).toFixed(12));

/** How many decimals a figure was written with, at most ten: beyond that it is arithmetic, not a price. */
export const countDecimals = (figure: number | string): number => {
  const text = typeof figure === 'number' ? figure.toFixed(10).replace(/0+$/, '') : figure.trim();
  return Math.min(10, /\.(\d+)$/.exec(text)?.[1]?.length ?? 0);
};

/** How many decimals amounts of a currency are written with: 2 for USD, 0 for JPY. */
export const currencyDecimals = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? 2;
