import { formatInstrument, type Instrument } from '../../instruments/instrument';
import type { FailureCode, QuoteFailure, QuoteOutcome } from '../client/quote-provider';

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

/** A vendor's no to a whole request, with what helps to ask better. It stays between adapters and `answerBatch`. */
export interface Refusal extends QuoteFailure {
  /** Whether a single symbol of the request may be the cause, so that the others are worth another request. */
  perhapsOfOneSymbol?: true;
  /** The symbols that the vendor named as the cause, as it wrote them. */
  named?: readonly string[];
}

/** What is told of a refusal: nothing that the vendor wrote goes along. */
export const withoutWords = ({ code, message, retryable, retryAfterMs }: Refusal): QuoteFailure => ({
  code,
  message,
  retryable,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** One and the same failure for every instrument asked for. */
export const failAll = (
  instruments: readonly Instrument[],
  reason: QuoteFailure,
): Map<string, QuoteOutcome> =>
  new Map(instruments.map((instrument) => [formatInstrument(instrument), { failure: reason }]));
