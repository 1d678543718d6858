import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { failAll, failure } from '../market-data/failure';
import { answersAsOf } from './answers-as-of';
import type { FailureCode, QuoteFailure, QuoteAnswer } from '../market-data/quote';
import type { QuoteProvider } from '../quote-provider';

/** The order in which failures are reported: those that affect all quotes before those that affect one. */
const GRAVEST_FIRST: readonly FailureCode[] = [
  'refused',
  'quota',
  'network',
  'timeout',
  'bad-answer',
  'incomplete-quote',
  'wrong-listing',
  'invalid-price',
  'unknown-instrument',
  'stale',
  'no-price',
];

/** The result of a health check. */
export interface HealthReport {
  /** Whether there is a quote for every instrument. */
  ok: boolean;
  /** `ok`, or the most serious failure. */
  code: FailureCode | 'ok';
  /** What happened and what to do, for an operator. It contains no key and no address. */
  message: string;
  latencyMs: number;
  /** A quote or a reason for each instrument, by `XNAS:MSFT`, in the requested order. */
  answers: Map<string, QuoteAnswer>;
}

const cannotAnswerAsOf = ({ name, asOfMarkets }: QuoteProvider): QuoteFailure => {
  const where = asOfMarkets ? `, but for listings on ${asOfMarkets.join(', ')}` : '';
  const why = `The provider “${name}” cannot answer as of a past minute${where}.`;
  return { ...failure('no-price', why), retryable: false };
};

const askBatch = async (
  provider: QuoteProvider,
  instruments: readonly Instrument[],
  asOf: Date | undefined,
  timeoutMs: number,
): Promise<Map<string, QuoteAnswer>> => {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // A provider may ignore the signal. The check ends in time in any case.
  const late = new Promise<Map<string, QuoteAnswer>>((resolve) => {
    timer = setTimeout(() => {
      abort.abort();
      resolve(failAll(instruments, failure('timeout', 'The provider did not answer in time.')));
    }, timeoutMs);
  });
  try {
    const request = { instruments, signal: abort.signal, ...(asOf ? { asOf } : {}) };
    return await Promise.race([provider.getQuotes(request), late]);
  } catch {
    // The error may contain a key or a vendor's text, so it is not repeated.
    return failAll(instruments, failure('bad-answer', `The provider “${provider.name}” failed.`));
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Requests these instruments from a provider, now or as of an instant, for `npm run quotes` and the health check in the admin UI.
 * Never rejects. It uses no cache and charges no quota.
 *
 * @param timeoutMs how long each batch may take
 */
export const runHealthCheck = async (
  provider: QuoteProvider,
  instruments: readonly Instrument[],
  { timeoutMs = 10_000, asOf, now = Date.now }: { timeoutMs?: number; asOf?: Date; now?: () => number } = {},
): Promise<HealthReport> => {
  const started = now();
  const answers = new Map<string, QuoteAnswer>();
  const size = (asOf && provider.maxBatchAsOf) ?? provider.maxBatch;
  for (let start = 0; start < instruments.length; start += size) {
    const batch = instruments.slice(start, start + size);
    const asked = batch.filter(({ mic }) => !asOf || answersAsOf(provider, mic));
    const notAsked = batch.filter((instrument) => !asked.includes(instrument));
    const said = new Map([
      ...failAll(notAsked, cannotAnswerAsOf(provider)),
      ...(asked.length > 0 ? await askBatch(provider, asked, asOf, timeoutMs) : []),
    ]);
    for (const named of batch.map(formatInstrument)) {
      const none = failure('unknown-instrument', `The provider gave no answer for ${named}.`);
      answers.set(named, said.get(named) ?? { failure: none });
    }
  }
  const latencyMs = now() - started;
  const failures = [...answers.values()].flatMap((outcome) =>
    'failure' in outcome ? [outcome.failure] : [],
  );
  const gravest = GRAVEST_FIRST.flatMap((code) => failures.filter((reason) => reason.code === code)).at(0);
  return {
    ok: gravest === undefined,
    code: gravest?.code ?? 'ok',
    message: gravest?.message ?? `The provider “${provider.name}” answers.`,
    latencyMs,
    answers,
  };
};
