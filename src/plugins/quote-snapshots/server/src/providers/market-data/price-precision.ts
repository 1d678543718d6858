import { mostDecimals } from './market-decimals';
import { countDecimals } from './minor-units';

/** What rounding may change of a figure: beyond a thousandth it would cut a real figure, not noise. */
const LARGEST_CHANGE = 0.001;

/** Figures with fewer decimals are as an exchange or a vendor wrote them; one that was cut has five. */
const FEWEST_OF_A_FLOAT = 4;
const FEWEST_OF_A_CUT_FLOAT = 5;

const rounded = (figure: number, decimals: number): number => {
  const result = Number(figure.toFixed(decimals));
  return Math.abs(result - figure) <= Math.abs(figure) * LARGEST_CHANGE ? result : figure;
};

/** The shortest decimal that is this 32-bit float: 103.66 for 103.66000366210938. */
const shortestOf = (float: number): number => {
  for (let digits = 1; digits < 9; digits += 1) {
    const shorter = Number(float.toPrecision(digits));
    if (Math.fround(shorter) === float) return shorter;
  }
  return float;
};

/**
 * A figure without what 32-bit floats add to it. Yahoo sends such floats as they are (103.66000366210938), Twelve Data cut
 * to five decimals (696.20001, and 174.71001 in https://api.twelvedata.com/time_series); the figure meant is 696.20.
 */
export const withoutFloatNoise = (figure: number): number => {
  const counted = countDecimals(figure);
  // Ten are counted; a float of a few cents has its noise behind them.
  const decimals = Number(figure.toFixed(counted)) === figure ? counted : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(figure) || decimals < FEWEST_OF_A_FLOAT) return figure;
  const float = Math.fround(figure);
  const isCut =
    decimals === counted && decimals >= FEWEST_OF_A_CUT_FLOAT && Number(float.toFixed(decimals)) === figure;
  const meant = shortestOf(float);
  return (float === figure || isCut) && countDecimals(meant) <= decimals - 2 ? meant : figure;
};

/** How a price was written. */
interface Written {
  mic: string;
  /** Whether in pence, cents or agorot. */
  inHundredths: boolean;
  /** How many decimals the vendor says that the listing is quoted with, where it does. */
  hint: number | undefined;
}

/**
 * A price with no more decimals than its market quotes. The vendor's word of how many counts for floats, whose own decimals
 * say nothing.
 */
export const quotedFigure = (figure: number, { mic, inHundredths, hint }: Written): number => {
  const meant = withoutFloatNoise(figure);
  const most = mostDecimals(mic, inHundredths);
  return rounded(meant, meant === figure || hint === undefined ? most : Math.min(hint, most));
};

/** How many decimals to show of a price: as many as the vendor says, and more where those would cut it. */
export const shownDecimals = (price: number, hint: number): number =>
  rounded(price, hint) === price ? Math.max(hint, countDecimals(price)) : hint;
