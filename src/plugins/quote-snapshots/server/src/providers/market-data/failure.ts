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
  // A key that was refused may be put right: nothing that was published meanwhile should be lost for it.
  'refused',
]);

/** A failure with the default of whether to ask again that its code has. */
export const failure = (code: FailureCode, message: string, retryAfterMs?: number): QuoteFailure => ({
  code,
  message,
  retryable: RETRYABLE.has(code),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** One and the same failure for every instrument asked for. */
export const failAll = (instruments: readonly Instrument[], reason: QuoteFailure): Map<string, QuoteAnswer> =>
  new Map(instruments.map((instrument) => [formatInstrument(instrument), { failure: reason }]));
