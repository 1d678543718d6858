import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  wrap,
} from 'cockatiel';
import type { FailureCode, QuoteAnswer, QuoteFailure } from '../market-data/quote';

export type QuoteAnswers = Map<string, QuoteAnswer>;

/** The number of failed requests in a row after which the breaker opens. */
const FAILURES_UNTIL_OPEN = 5;

/**
 * How long an open breaker waits before it lets one request through, at first and at most. The longest wait must leave time to
 * capture within a minute of the provider's return.
 */
const FIRST_TRIAL_AFTER_MS = 1_000;
const LAST_TRIAL_AFTER_MS = 15_000;

/** The number of concurrent requests. Retries and visitors have their own slots, so that they never delay a publication. */
const PUBLICATION_SLOTS = 4;
const OTHER_SLOTS = 2;
const MAX_QUEUE = 1_000;

/** Failures of the provider as a whole, not of one instrument. */
const OUTAGE_CODES: readonly FailureCode[] = ['network', 'timeout', 'bad-answer'];

/** Failures that can concern a whole request. */
export const REQUEST_FAILURE_CODES: readonly FailureCode[] = [...OUTAGE_CODES, 'refused', 'quota'];

/** The failure of a whole request: every instrument failed for one of these reasons. */
export const commonFailure = (
  answers: QuoteAnswers,
  codes: readonly FailureCode[],
): QuoteFailure | undefined => {
  const failures = [...answers.values()].map((answer) =>
    'failure' in answer && codes.includes(answer.failure.code) ? answer.failure : undefined,
  );
  return failures.includes(undefined) ? undefined : failures[0];
};

const isOutage = (answers: unknown): boolean =>
  commonFailure(answers as QuoteAnswers, OUTAGE_CODES) !== undefined;

const isBrokenConnection = (answers: unknown): boolean =>
  commonFailure(answers as QuoteAnswers, ['network']) !== undefined;

const BREAKER_STATES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const;

/** One breaker for a provider, and the policies for its requests, by priority. */
export const providerPolicies = () => {
  const breaker = circuitBreaker(handleWhenResult(isOutage), {
    breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN),
    halfOpenAfter: new ExponentialBackoff({
      initialDelay: FIRST_TRIAL_AFTER_MS,
      maxDelay: LAST_TRIAL_AFTER_MS,
    }),
  });
  // An editor waits for a publication, so a broken connection is tried once more at once.
  const retryOnce = retry(handleWhenResult(isBrokenConnection), {
    maxAttempts: 1,
    backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 200 }),
  });
  return {
    publication: wrap(bulkhead(PUBLICATION_SLOTS, MAX_QUEUE), retryOnce, breaker),
    retry: wrap(bulkhead(OTHER_SLOTS, MAX_QUEUE), breaker),
    visitor: wrap(bulkhead(OTHER_SLOTS, MAX_QUEUE), breaker),
    breakerState: () => BREAKER_STATES[breaker.state],
  };
};
