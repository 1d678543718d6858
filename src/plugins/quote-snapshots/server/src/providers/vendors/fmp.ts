import { z } from 'zod';
import type { ProviderModule, QuoteRequest } from '../quote-provider';
import type { RawAnswer, RawAnswers, SymbolBatch } from '../batches/raw-answers';
import { chargeQuota, requestBatch, requestEach, sendEach } from '../batches/request-batch';
import { failureOfStatus, fetchJson, vendorUrl } from '../http/fetch-json';
import { lenient, lenientList, unvalidated } from '../http/lenient-schema';
import type { Refusal } from '../http/refusal';
import { refusalInJson } from '../http/refusal-texts';
import { requireKey } from '../http/require-key';
import { failure } from '../market-data/failure';
import { readFigure, readOptionalFigure } from '../market-data/read-figure';
import { parseEpoch } from '../market-data/read-time';
import { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../market-data/symbol-spelling';
import { planLimits } from '../quotas/plan-limits';
import { YAHOO_MARKS, SHARED_SUFFIXES } from './yahoo-suffixes';

const NAME = 'fmp';
const BASE_URL = 'https://financialmodelingprep.com';
const DELAY_MINUTES = 15;

export const fmpSpelling: SymbolSpelling = {
  ...YAHOO_MARKS,
  markets: { ...bare([...US_EXCHANGES, ...US_OTC]), ...suffixed(SHARED_SUFFIXES) },
};

/** FMP's names of the exchanges of the United States. For other markets the symbol's suffix identifies the exchange. */
const EXCHANGES: Readonly<Record<string, readonly string[]>> = {
  NASDAQ: ['XNAS'],
  NYSE: ['XNYS'],
  AMEX: ['XASE', 'ARCX', 'BATS'],
  CBOE: ['BATS'],
  OTC: ['OTCM'],
  PNK: ['OTCM'],
};

const row = z.object({
  symbol: z.string(),
  name: lenient(z.string()),
  exchange: lenient(z.string()),
  price: unvalidated,
  change: unvalidated,
  changePercentage: unvalidated,
  changesPercentage: unvalidated,
  previousClose: unvalidated,
  timestamp: unvalidated,
});

const readRow = (said: z.infer<typeof row>): RawAnswer => ({
  name: said.name,
  exchange: said.exchange,
  markets: EXCHANGES[said.exchange?.trim().toUpperCase() ?? ''] ?? [],
  price: readFigure(said.price),
  previousClose: readOptionalFigure(said.previousClose),
  change: readOptionalFigure(said.change),
  // The name of the field changed with the "stable" API. Both names still occur.
  changePercent: readOptionalFigure(said.changePercentage ?? said.changesPercentage),
  quotedAt: parseEpoch(said.timestamp, 'seconds'),
  delayMinutes: DELAY_MINUTES,
});

interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  now: () => Date;
  /** Whether the plan has batches. False once the vendor has refused a batch but answered for one symbol of it. */
  hasBatches: boolean;
}

const isRefused = (answer: RawAnswers | RawAnswer | undefined): answer is Refusal =>
  answer !== undefined && 'code' in answer && answer.code === 'refused';

const requestRows = async (
  { baseUrl, headers, now }: Connection,
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<RawAnswers> => {
  const response = await fetchJson(vendorUrl(baseUrl, path, query), { headers, signal, now });
  if ('failure' in response) return response.failure;
  const parsed = lenientList(row).safeParse(response.json);
  if (parsed.success)
    return new Map(
      parsed.data.flatMap((given) => (given ? [[given.symbol.toUpperCase(), readRow(given)] as const] : [])),
    );
  const { json } = response;
  const isError = typeof json === 'object' && json !== null && 'Error Message' in json;
  return (
    refusalInJson(json) ??
    (isError ? failureOfStatus(403) : failure('bad-answer', "The provider's answer has no list of quotes."))
  );
};

const requestQuote = async (
  connection: Connection,
  symbol: string,
  signal: AbortSignal,
): Promise<RawAnswer | undefined> => {
  const answers = await requestRows(connection, '/stable/quote', { symbol }, signal);
  return 'code' in answers ? answers : answers.get(symbol);
};

/** Sends a batch or, if the plan has no batches, one request for each symbol. */
const sendSymbols = async (
  connection: Connection,
  batch: SymbolBatch,
  request: QuoteRequest,
): Promise<RawAnswers> => {
  const { signal } = request;
  const symbols = [...batch.keys()];
  const query = { symbols: symbols.join(',') };
  const answers = await requestRows(connection, '/stable/batch-quote', query, signal);
  const [first] = symbols;
  if (!isRefused(answers) || first === undefined) return answers;
  // A wrong key is refused for one symbol too. If only one symbol was refused, others may be granted.
  const denied = await chargeQuota(request, batch.get(first) ?? []);
  if (denied) return denied;
  const alone = await requestQuote(connection, first, signal);
  if (isRefused(alone) && !alone.maybeOneSymbol) return answers;
  connection.hasBatches = false;
  const others = new Map([...batch].filter(([symbol]) => symbol !== first));
  const rest = await sendEach(others, request, (symbol) => requestQuote(connection, symbol, signal));
  return new Map([...(alone ? [[first, alone] as const] : []), ...rest]);
};

/**
 * Financial Modeling Prep, `/stable/batch-quote` and `/stable/quote`:
 * https://site.financialmodelingprep.com/developer/docs/stable/batch-quote, caps:
 * https://site.financialmodelingprep.com/developer/docs/pricing (250 calls a day in the free plan). The free and the
 * starter plan refuse batches (402, 403) and have one symbol a request:
 * https://github.com/tradermonty/claude-trading-skills/pull/120. An error is an object with `Error Message` in place of the
 * list, or plain text. No currency is stated. Prices of a past minute (`historical-chart/1min`) are not in the free plan
 * and are not requested.
 */
const fmp: ProviderModule = {
  init({ apiKey, baseUrl = BASE_URL, perMinute, perDay, licence = 'internal', now = () => new Date() }) {
    const connection: Connection = {
      baseUrl,
      headers: { apikey: requireKey(NAME, apiKey) },
      now,
      hasBatches: true,
    };
    const vendor = { name: NAME, spelling: fmpSpelling, statesCurrency: false, now };
    return {
      name: NAME,
      attribution: 'Quotes by Financial Modeling Prep.',
      licence,
      delayMinutes: DELAY_MINUTES,
      // Not documented. A hundred symbols stay far below any limit on a URL's length.
      get maxBatch() {
        return connection.hasBatches ? 100 : 1;
      },
      limits: planLimits('request', { perMinute, perDay }, { perDay: 250 }),
      answersAsOf: false,
      getQuotes: (request) =>
        connection.hasBatches
          ? requestBatch(vendor, request, (batch) => sendSymbols(connection, batch, request))
          : requestEach(vendor, request, (symbol) => requestQuote(connection, symbol, request.signal)),
    };
  },
};

export default fmp;
