export interface Unit {
  /** ISO 4217. */
  currency: string;
  /** The minor unit of the figures; null if they are in the currency itself. */
  quoteUnit: string | null;
  /** By how many decimal places a figure moves when it is converted to the currency: 2 for pence, 3 for fils of Kuwait. */
  shift: 0 | 2 | 3;
}

const PENCE: Unit = { currency: 'GBP', quoteUnit: 'GBX', shift: 2 };
const CENTS: Unit = { currency: 'ZAR', quoteUnit: 'ZAC', shift: 2 };
const AGOROT: Unit = { currency: 'ILS', quoteUnit: 'ILA', shift: 2 };
const FILS: Unit = { currency: 'KWD', quoteUnit: 'KWF', shift: 3 };

/**
 * Markets of London, Johannesburg, Tel Aviv and Kuwait quote in minor units. ISO 4217 has no codes for these, so each vendor has
 * its own. A figure in pence that is stored as pounds is wrong by a factor of a hundred.
 */
const MINOR_UNITS: Readonly<Record<string, Unit>> = {
  GBX: PENCE,
  GBp: PENCE,
  GBPX: PENCE,
  'GBP.P': PENCE,
  ZAc: CENTS,
  ZAC: CENTS,
  ZAX: CENTS,
  ILA: AGOROT,
  ILa: AGOROT,
  ILX: AGOROT,
  KWF: FILS,
  KWf: FILS,
};

/** The meaning of a vendor's currency code; undefined if it is not a currency. */
export const parseCurrencyUnit = (code: string): Unit | undefined => {
  const minor = MINOR_UNITS[code.trim()];
  if (minor) return minor;
  const currency = code.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(currency) ? { currency, quoteUnit: null, shift: 0 } : undefined;
};

/** Converts a figure to its currency. The result is rounded to twelve decimals, which removes the error of binary fractions. */
export const toMajorUnit = (figure: number, { shift }: Pick<Unit, 'shift'>): number =>
  shift === 0 ? figure : Number((figure / 10 ** shift).toFixed(12));

/** How many decimals a figure was written with, at most ten. More come from arithmetic, not from a price. */
export const countDecimals = (figure: number | string): number => {
  const text = typeof figure === 'number' ? figure.toFixed(10).replace(/0+$/, '') : figure.trim();
  return Math.min(10, /\.(\d+)$/.exec(text)?.[1]?.length ?? 0);
};

/** How many decimals amounts of a currency have: 2 for USD, 0 for JPY. */
export const currencyDecimals = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? 2;
