import type { Refusal } from './refusal';
import { failure } from '../market-data/failure';
import type { FailureCode } from '../market-data/quote';

/** The meaning of a text that a vendor sends instead of data. */
interface Meaning {
  words: RegExp;
  code: FailureCode;
  message: string;
  maybeOneSymbol?: true;
  waitMs?: number;
}

const QUOTA_USED_UP = "The provider's quota is used up.";
const REFUSED =
  'The provider refused the request: its key is missing, wrong, or not entitled to these quotes.';
const UNKNOWN = 'The provider does not know this instrument.';

/** The wait after a limit for an hour or a day. Earlier requests would be refused, and some vendors count them. */
const LONG_WAIT_MS = 15 * 60_000;

/** The wait after a limit for a second: a little more than Alpha Vantage requires. */
const SECOND_MS = 1_500;

/** Error texts are shorter than this; the rest of an answer is not searched. */
const LONGEST_TEXT = 4_000;

/**
 * The first match counts. Quotas come before plans, because vendors advertise a better plan in the text about a used-up quota. A
 * plan without the symbol comes before a plan without the service. Users of the vendors have published these texts:
 *
 * - Alpha Vantage, each with status 200: https://github.com/finance-quote/finance-quote/issues/546
 *   (one request a second), https://github.com/finance-quote/finance-quote/pull/104 (`Note`, `Information`);
 * - Twelve Data: https://github.com/twelvedata/twelvedata-python/issues/58 (“Data not found”), its documentation of errors
 *   (https://twelvedata.com/docs#errors), and https://github.com/we-promise/sure/issues/800 (a symbol outside the plan);
 * - FMP, 402 as plain text: https://github.com/imbenrabi/Financial-Modeling-Prep-MCP-Server/issues/100 and
 *   https://github.com/tradermonty/claude-trading-skills/pull/120 (an endpoint, or a symbol, outside the plan);
 * - Massive: https://github.com/polygon-io/issues/issues/313 (“Your plan doesn't include this data timeframe”);
 * - EODHD: https://eodhd.com/financial-apis/api-limits;
 * - Tiingo, status 200 and plain text: https://github.com/hydrosquall/tiingo-python/issues/45.
 */
const MEANINGS: readonly Meaning[] = [
  {
    words: /\brequests? per second\b|per-second burst/i,
    code: 'quota',
    message: QUOTA_USED_UP,
    waitMs: SECOND_MS,
  },
  // These texts also mention the limit for the day, but the one for the minute was exceeded.
  {
    words: /\b(?:calls|requests) per minute\b|credits for the current minute/i,
    code: 'quota',
    message: QUOTA_USED_UP,
  },
  {
    words:
      /\b(?:exceeded|over|reached|used)\b[^.]{0,40}\b(?:hourly|daily|monthly)\b|\b\d+ (?:requests|calls|credits|symbol look ?ups?)\b[^.]{0,20}\b(?:per|a|for this|this) (?:hour|day|month)\b|\bfor the (?:hour|day|month)\b|bandwidth limit|\bdaily (?:api )?(?:credits|limit|rate limits)\b/i,
    code: 'quota',
    message: QUOTA_USED_UP,
    waitMs: LONG_WAIT_MS,
  },
  {
    words:
      /limit reach|run out of (?:api )?credits|too many requests|rate[- ]limit|request allocation|\blimit (?:is |was |has been |had been )?(?:reached|exceeded)|exceeded (?:your|the|its)\b[^.]{0,60}\b(?:limit|quota|requests|calls|credits)|more sparingly|\b(?:calls|requests) per day\b|run over your/i,
    code: 'quota',
    message: QUOTA_USED_UP,
  },
  {
    words: /this symbol is (?:only )?available|value set for '?symbol'?/i,
    code: 'refused',
    message: 'The provider refused this instrument: the plan of its key does not include it.',
    maybeOneSymbol: true,
  },
  {
    words:
      /no data is available on the specified dates|data doesn.{1,6}t exist for startdate|1m data not available for|requested range must be within|"data not found"/i,
    code: 'no-price',
    message: 'The provider has no price of that time.',
    maybeOneSymbol: true,
  },
  {
    words:
      /api ?key|access token|\btoken\b|unauthori[sz]ed|unauthenticated|not authori[sz]ed|entitled|subscription|subscribe|premium|upgrad|your plan|(?:exclusive|legacy|restricted|special) endpoint|demo purposes|free users|available exclusively|access to this resource|does not permit/i,
    code: 'refused',
    message: REFUSED,
  },
  {
    words:
      /invalid (?:underlying )?(?:symbol|ticker)|\b(?:symbol|ticker|instrument)\b[^.]{0,60}\b(?:not (?:found|supported|known)|unknown|invalid|does not exist)|unknown (?:symbol|ticker)|may be delisted|invalid api call|invalid inputs/i,
    code: 'unknown-instrument',
    message: UNKNOWN,
    maybeOneSymbol: true,
  },
];

/** `invalid symbol: GME1` of Alpaca, `invalid symbols: A, B`. */
const NAMED = /\b(?:symbols?|tickers?)(?:\(s\))?["']?\s*:\s*["']?([A-Za-z0-9][^"{}[\]]*)/i;

const namedIn = (text: string): string[] =>
  (NAMED.exec(text)?.[1] ?? '').split(/[\s,;]+/).filter((word) => word.length > 0);

/**
 * The refusal in a text that a vendor sent instead of data.
 *
 * @param text the answer, of any length
 * @param waitMs how long the vendor asked to wait, if it did
 * @returns undefined if the text is not known
 */
export const refusalInText = (text: string, waitMs?: number): Refusal | undefined => {
  const searched = text.slice(0, LONGEST_TEXT);
  const meaning = MEANINGS.find(({ words }) => words.test(searched));
  if (!meaning) return undefined;
  const { code, message, maybeOneSymbol } = meaning;
  const wait = waitMs ?? meaning.waitMs;
  return {
    ...failure(code, message, code === 'quota' ? wait : undefined),
    ...(maybeOneSymbol ? { maybeOneSymbol, named: namedIn(searched) } : {}),
  };
};

/** The refusal in a JSON answer without data. */
export const refusalInJson = (json: unknown): Refusal | undefined =>
  refusalInText(JSON.stringify(json) ?? '');
