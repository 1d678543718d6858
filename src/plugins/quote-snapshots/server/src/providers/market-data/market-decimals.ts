import { minorUnitShift } from './market-currencies';
import { marketOf } from './market-segments';

/**
 * The most decimals of a price on each market, in its unit of quotation, by the tick sizes. Trades at the midpoint of bid and ask
 * may have one more, which is included here, so that no real price is cut:
 *
 * - United States: $0.01, and $0.0001 below a dollar (17 CFR 242.612); trades between have up to four decimals
 *   everywhere. OTC: to $0.000001 (FINRA Rule 6434).
 * - Canada: C$0.01, C$0.005 below 50 cents (UMIR 6.1).
 * - European Union, United Kingdom, Switzerland, Norway: 0.0001 at the least (Regulation (EU) 2017/588, annex).
 * - Tokyo: from 0.1 yen (https://www.jpx.co.jp/english/equities/trading/domestic/07.html).
 * - Hong Kong: from HK$0.001 (HKEX, Second Schedule). Australia: from A$0.001, New Zealand: from NZ$0.001, Singapore:
 *   from S$0.001, each with midpoint trades.
 * - China: CNY 0.01, funds and B shares 0.001. Taiwan, India, Brazil, Saudi Arabia: 0.01. Mexico: from 0.001. Korea: 1 won.
 * - Johannesburg and A2X: 1 cent; Tel Aviv: 0.1 agora; Kuwait: 0.1 fils.
 */
const MOST_DECIMALS: Readonly<Record<number, readonly string[]>> = {
  0: ['XKRX', 'XKOS'],
  1: ['XTKS', 'XKUW'],
  2: ['XNSE', 'XBOM', 'XTAI', 'BVMF', 'XSAU', 'XJSE', 'XTAE', 'A2XX'],
  3: ['XHKG', 'XSHG', 'XSHE', 'XMEX'],
  4: [
    ...['XNAS', 'XNYS', 'XASE', 'ARCX', 'BATS'],
    ...['XTSE', 'XTSX', 'XCNQ', 'NEOE'],
    ...[
      'XLON',
      'AIMX',
      'AQSE',
      'XCIE',
      'XETR',
      'XFRA',
      'XPAR',
      'XAMS',
      'XBRU',
      'XLIS',
      'XDUB',
      'XMIL',
      'XMAD',
      'XWBO',
    ],
    ...['XSWX', 'XSTO', 'XCSE', 'XHEL', 'XOSL', 'XASX', 'XNZE', 'XSES'],
  ],
  6: ['OTCQ', 'OTCB', 'PINX', 'OTCM'],
};

/** For a market that is not listed here. More decimals come from arithmetic, not from a price. */
const UNLISTED = 8;

const DECIMALS_OF: ReadonlyMap<string, number> = new Map(
  Object.entries(MOST_DECIMALS).flatMap(([decimals, mics]) =>
    mics.map((mic) => [mic, Number(decimals)] as const),
  ),
);

/**
 * The most decimals of a price on this market (MIC).
 *
 * @param inMinorUnit whether the price is in the market's minor unit (pence, cents, agorot, fils); in the currency it has as many
 * more decimals as that unit is below the currency
 */
export const mostDecimals = (mic: string, inMinorUnit: boolean): number =>
  (DECIMALS_OF.get(mic) ?? DECIMALS_OF.get(marketOf(mic)) ?? UNLISTED) +
  (inMinorUnit ? 0 : minorUnitShift(mic));
