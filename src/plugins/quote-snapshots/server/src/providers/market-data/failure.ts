import { formatInstrument, type Instrument } from '../../instruments/instrument';
import type { FailureCode, QuoteAnswer, QuoteFailure } from './quote';

const RETRYABLE: ReadonlySet<FailureCode> = new Set([
  'no-price',
  'stale',
  'quota',
  'timeout',
  'network',
  'bad-answer',
  'incomplete-quote',
  // An operator may correct the key. Then the quotes of earlier publications are captured.
  'refused',
]);

/** A failure. Its code decides whether it is retryable. */
export const failure = (code: FailureCode, message: string, retryAfterMs?: number): QuoteFailure => ({
  code,
  message,
  retryable: RETRYABLE.has(code),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** The same failure for every instrument. */
export const failAll = (instruments: readonly Instrument[], reason: QuoteFailure): Map<string, QuoteAnswer> =>
  new Map(instruments.map((instrument) => [formatInstrument(instrument), { failure: reason }]));
