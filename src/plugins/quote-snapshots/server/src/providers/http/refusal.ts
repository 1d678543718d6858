import type { QuoteFailure } from '../market-data/quote';

/** A refusal of a whole request, with the facts that `splitRefusedBatch` needs. Callers of `getQuotes` never see it. */
export interface Refusal extends QuoteFailure {
  /** Whether a single symbol may be the cause, so that the others should be requested again. */
  maybeOneSymbol?: true;
  /** The symbols that the vendor named as the cause, in its spelling. */
  named?: readonly string[];
}

/** The failure for callers. It contains none of the vendor's text. */
export const toFailure = ({ code, message, retryable, retryAfterMs }: Refusal): QuoteFailure => ({
  code,
  message,
  retryable,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
