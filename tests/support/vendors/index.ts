import { ALPACA } from './alpaca';
import { ALPHA_VANTAGE } from './alpha-vantage';
import { EODHD } from './eodhd';
import { FINNHUB } from './finnhub';
import { FMP } from './fmp';
import { MASSIVE } from './massive';
import { TIINGO } from './tiingo';
import { TWELVE_DATA } from './twelve-data';
import type { Vendor } from './vendor';
import { YAHOO } from './yahoo';

/** Every vendor with an adapter of ours, but for CloudQuote, whose stand-in the newsroom's tests share. */
export const VENDORS: readonly Vendor[] = [
  FINNHUB,
  ALPHA_VANTAGE,
  TWELVE_DATA,
  MASSIVE,
  ALPACA,
  TIINGO,
  EODHD,
  FMP,
  YAHOO,
];
