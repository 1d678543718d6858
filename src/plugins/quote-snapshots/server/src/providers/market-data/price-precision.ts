import { mostDecimals } from './market-decimals';
import { countDecimals } from './minor-units';

/** Rounding may change a figure by a thousandth at most. A larger change would alter a real figure instead of the float's error. */
const MAX_RELATIVE_CHANGE = 0.001;

/** A figure with fewer decimals does not count as a 32-bit float. Twelve Data cuts floats after five decimals. */
const FLOAT_DECIMALS = 4;
const CUT_FLOAT_DECIMALS = 5;

const rounded = (figure: number, decimals: number): number => {
  const result = Number(figure.toFixed(decimals));
  return Math.abs(result - figure) <= Math.abs(figure) * MAX_RELATIVE_CHANGE ? result : figure;
};

/** The shortest decimal with the same 32-bit float: 103.66 for 103.66000366210938. */
const shortestOf = (float: number): number => {
  for (let digits = 1; digits < 9; digits += 1) {
    const shorter = Number(float.toPrecision(digits));
    if (Math.fround(shorter) === float) return shorter;
  }
  return float;
};

/**
 * Removes the error of a 32-bit float from a figure. Yahoo sends such floats in full (103.66000366210938 for 103.66), Twelve Data
 * cuts them after five decimals (696.20001 for 696.20).
 */
export const withoutFloatNoise = (figure: number): number => {
  const counted = countDecimals(figure);
  // At most ten decimals are counted. The error of a float of a few cents is smaller than that.
  const decimals = Number(figure.toFixed(counted)) === figure ? counted : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(figure) || decimals < FLOAT_DECIMALS) return figure;
  const float = Math.fround(figure);
  const isCut =
    decimals === counted && decimals >= CUT_FLOAT_DECIMALS && Number(float.toFixed(decimals)) === figure;
  const meant = shortestOf(float);
  return (float === figure || isCut) && countDecimals(meant) <= decimals - 2 ? meant : figure;
};

/** The form in which a price was written. */
interface Written {
  mic: string;
  /** Whether it is in pence, cents, agorot or fils. */
  inMinorUnit: boolean;
  /** How many decimals the listing is quoted with, by the vendor's statement, if there is one. */
  hint: number | undefined;
}

/**
 * A price with no more decimals than its market quotes. If it was a float, its decimals mean nothing, and the vendor's statement
 * counts.
 */
export const quotedFigure = (figure: number, { mic, inMinorUnit, hint }: Written): number => {
  const meant = withoutFloatNoise(figure);
  const most = mostDecimals(mic, inMinorUnit);
  return rounded(meant, meant === figure || hint === undefined ? most : Math.min(hint, most));
};

/** How many decimals of a price to show: as many as the vendor says, and more if these would cut it. */
export const shownDecimals = (price: number, hint: number): number =>
  rounded(price, hint) === price ? Math.max(hint, countDecimals(price)) : hint;
