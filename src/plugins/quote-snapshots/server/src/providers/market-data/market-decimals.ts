import { quotesInHundredths } from './market-currencies';
import { marketOf } from './market-segments';

/**
 * The most decimals of a price on each market, in the unit that it quotes in. Ticks set them, and trades between two
 * ticks (at the midpoint of bid and ask) may have one more, so that no real figure is cut:
 *
 * - United States: $0.01, and $0.0001 below a dollar (17 CFR 242.612); trades between have up to four decimals
 *   everywhere. OTC: to $0.000001 (FINRA Rule 6434).
 * - Canada: C$0.01, C$0.005 below 50 cents (UMIR 6.1).
 * - European Union, United Kingdom, Switzerland, Norway: 0.0001 at the least (Regulation (EU) 2017/588, annex).
 * - Tokyo: from 0.1 yen (https://www.jpx.co.jp/english/equities/trading/domestic/07.html).
 * - Hong Kong: from HK$0.001 (HKEX, Second Schedule). Australia: from A$0.001, New Zealand: from NZ$0.001, Singapore:
 *   from S$0.001, each with midpoint trades.
 * - China: CNY 0.01, funds and B shares 0.001. Taiwan, India, Brazil, Saudi Arabia: 0.01. Mexico: from 0.001. Korea: 1 won.
 * - Johannesburg: 1 cent; Tel Aviv: 0.1 agora.
 */
const MOST_DECIMALS: Readonly<Record<number, readonly string[]>> = {
  0: ['XKRX', 'XKOS'],
  1: ['XTKS'],
  2: ['XNSE', 'XBOM', 'XTAI', 'BVMF', 'XSAU', 'XJSE', 'XTAE'],
  3: ['XHKG', 'XSHG', 'XSHE', 'XMEX'],
  4: [
    ...['XNAS', 'XNYS', 'XASE', 'ARCX', 'BATS'],
    ...['XTSE', 'XTSX', 'XCNQ', 'NEOE'],
    ...['XLON', 'AIMX', 'XETR', 'XFRA', 'XPAR', 'XAMS', 'XBRU', 'XLIS', 'XDUB', 'XMIL', 'XMAD', 'XWBO'],
    ...['XSWX', 'XSTO', 'XCSE', 'XHEL', 'XOSL', 'XASX', 'XNZE', 'XSES'],
  ],
  6: ['OTCQ', 'OTCB', 'PINX', 'OTCM'],
};

/** Of a market that is not listed, crypto for one: what is beyond is arithmetic, not a price. */
const ELSEWHERE = 8;

const DECIMALS_OF: ReadonlyMap<string, number> = new Map(
  Object.entries(MOST_DECIMALS).flatMap(([decimals, mics]) =>
    mics.map((mic) => [mic, Number(decimals)] as const),
  ),
);

/**
 * How many decimals a price of this market (MIC) can have.
 *
 * @param inHundredths whether the price is in pence, cents or agorot; in pounds it has two more where the market quotes
 * in pence
 */
export const mostDecimals = (mic: string, inHundredths: boolean): number =>
  (DECIMALS_OF.get(mic) ?? DECIMALS_OF.get(marketOf(mic)) ?? ELSEWHERE) +
  (quotesInHundredths(mic) && !inHundredths ? 2 : 0);
