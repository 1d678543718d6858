import type { QuoteFailure } from '../market-data/quote';

/** A refusal of a whole request, with what `splitRefusedBatch` needs to know. Callers of `getQuotes` never see it. */
export interface Refusal extends QuoteFailure {
  /** Whether a single symbol of the request may be the cause, so that the others are worth another request. */
  maybeOneSymbol?: true;
  /** The symbols that the vendor named as the cause, as it wrote them. */
  named?: readonly string[];
}

/** The failure that callers get: nothing that the vendor wrote is part of it. */
export const toFailure = ({ code, message, retryable, retryAfterMs }: Refusal): QuoteFailure => ({
  code,
  message,
  retryable,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
