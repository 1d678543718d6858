import type { QuoteFailure } from '../market-data/quote';

/** A vendor's no to a whole request, with what helps to ask better. It stays between adapters and `requestBatch`. */
export interface Refusal extends QuoteFailure {
  /** Whether a single symbol of the request may be the cause, so that the others are worth another request. */
  maybeOneSymbol?: true;
  /** The symbols that the vendor named as the cause, as it wrote them. */
  named?: readonly string[];
}

/** What is told of a refusal: nothing that the vendor wrote goes along. */
export const toFailure = ({ code, message, retryable, retryAfterMs }: Refusal): QuoteFailure => ({
  code,
  message,
  retryable,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
