import { marketOf } from './market-segments';

/**
 * The currencies of a market's listings, the usual one first. A vendor that states no currency is asked only about markets with
 * exactly one currency here, so list a second one even if only some listings have it. For a market that is not here, the currency
 * of an answer is not checked.
 */
const MARKET_CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  XNAS: ['USD'],
  XNYS: ['USD'],
  XASE: ['USD'],
  ARCX: ['USD'],
  BATS: ['USD'],
  OTCQ: ['USD'],
  OTCB: ['USD'],
  PINX: ['USD'],
  OTCM: ['USD'],
  XTSE: ['CAD', 'USD'],
  XTSX: ['CAD', 'USD'],
  XCNQ: ['CAD', 'USD'],
  NEOE: ['CAD', 'USD'],
  XLON: ['GBP', 'USD', 'EUR', 'CAD', 'AUD'],
  AIMX: ['GBP', 'USD', 'EUR', 'CAD', 'AUD'],
  AQSE: ['GBP', 'USD', 'EUR'],
  XCIE: ['GBP', 'USD', 'EUR'],
  XDUB: ['EUR', 'USD', 'GBP'],
  XETR: ['EUR', 'USD'],
  XFRA: ['EUR', 'USD'],
  XPAR: ['EUR', 'USD'],
  XAMS: ['EUR', 'USD', 'GBP'],
  XBRU: ['EUR', 'USD'],
  XLIS: ['EUR'],
  XMIL: ['EUR', 'USD'],
  XMAD: ['EUR'],
  XSWX: ['CHF', 'USD', 'EUR', 'GBP'],
  XSTO: ['SEK', 'EUR'],
  XCSE: ['DKK'],
  XHEL: ['EUR'],
  XOSL: ['NOK', 'EUR', 'USD'],
  XASX: ['AUD'],
  XNZE: ['NZD'],
  XHKG: ['HKD', 'CNY', 'USD'],
  XTKS: ['JPY'],
  XNSE: ['INR'],
  XBOM: ['INR'],
  XSES: ['SGD', 'USD', 'HKD', 'EUR', 'CNY'],
  XKRX: ['KRW'],
  XKOS: ['KRW'],
  XSHG: ['CNY', 'USD'],
  XSHE: ['CNY', 'HKD'],
  XTAI: ['TWD'],
  XJSE: ['ZAR'],
  BVMF: ['BRL'],
  XMEX: ['MXN'],
  XTAE: ['ILS'],
  XSAU: ['SAR'],
  XWBO: ['EUR', 'USD', 'CZK'],
  XICE: ['ISK', 'EUR', 'USD'],
  XTAL: ['EUR'],
  XRIS: ['EUR'],
  XLIT: ['EUR'],
  XWAR: ['PLN', 'EUR'],
  XPRA: ['CZK', 'EUR'],
  XBUD: ['HUF', 'EUR'],
  XBSE: ['RON', 'EUR'],
  XATH: ['EUR'],
  XIST: ['TRY'],
  XIDX: ['IDR'],
  XBKK: ['THB'],
  XKLS: ['MYR', 'USD'],
  XPHS: ['PHP', 'USD'],
  XSTC: ['VND'],
  XKAR: ['PKR'],
  XCAS: ['MAD'],
  XBOG: ['COP'],
  XSGO: ['CLP', 'USD'],
  XBUE: ['ARS', 'USD'],
  XLIM: ['PEN', 'USD'],
  XKUW: ['KWD'],
  A2XX: ['ZAR'],
};

/**
 * How many decimal places a market's unit of quotation is below its currency. London and Aquis quote sterling shares in pence, the
 * Channel Islands' exchange quotes many so, Johannesburg and A2X quote in cents, Tel Aviv in agorot, and Kuwait in fils
 * (thousandths). If an answer for these markets states no unit, it may be wrong by this factor.
 */
const MINOR_UNIT_SHIFTS: Readonly<Record<string, 2 | 3>> = {
  XLON: 2,
  AQSE: 2,
  XCIE: 2,
  XJSE: 2,
  A2XX: 2,
  XTAE: 2,
  XKUW: 3,
};

const currenciesOf = (mic: string): readonly string[] | undefined =>
  MARKET_CURRENCIES[mic] ?? MARKET_CURRENCIES[marketOf(mic)];

/** How many decimal places a market's unit of quotation is below its currency: 2 for pence, 0 if it quotes in the currency. */
export const minorUnitShift = (mic: string): number => MINOR_UNIT_SHIFTS[marketOf(mic)] ?? 0;

/** The currency of a market if it is certain even without a statement by the vendor; otherwise undefined. */
export const impliedCurrency = (mic: string): string | undefined => {
  const currencies = currenciesOf(mic);
  return currencies?.length === 1 && minorUnitShift(mic) === 0 ? currencies[0] : undefined;
};

/** Whether a listing of this market may be quoted in this currency. */
export const tradesIn = (mic: string, currency: string): boolean =>
  currenciesOf(mic)?.includes(currency) ?? true;
