import { marketOf } from './market-segments';

/**
 * The currencies that a market's listings trade in. The first is the usual one. A market that is not here, or an
 * answer in a currency that is not, is not judged by its currency.
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
};

/** Markets that quote in hundredths: an answer that states no unit there could be off by a hundred. */
const QUOTED_IN_HUNDREDTHS: ReadonlySet<string> = new Set(['XLON', 'XJSE', 'XTAE']);

const currenciesOf = (mic: string): readonly string[] | undefined =>
  MARKET_CURRENCIES[mic] ?? MARKET_CURRENCIES[marketOf(mic)];

/** Whether a market quotes in hundredths of its currency: pence, cents, agorot. */
export const quotesInHundredths = (mic: string): boolean => QUOTED_IN_HUNDREDTHS.has(marketOf(mic));

/** The currency of a market where it is certain without the provider's word, else undefined. */
export const impliedCurrency = (mic: string): string | undefined => {
  const currencies = currenciesOf(mic);
  return currencies?.length === 1 && !quotesInHundredths(mic) ? currencies[0] : undefined;
};

/** Whether a listing of this market can be quoted in this currency. */
export const tradesIn = (mic: string, currency: string): boolean =>
  currenciesOf(mic)?.includes(currency) ?? true;
