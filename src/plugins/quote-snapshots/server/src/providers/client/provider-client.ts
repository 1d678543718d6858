import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import type { Instrument } from '../../instruments/instrument';
import { answersAsOf } from './answers-as-of';
import { failAll, failure } from '../market-data/failure';
import type { FailureCode, QuoteFailure, QuoteAnswer } from '../market-data/quote';
import type { QuoteProvider } from './quote-provider';
import { createQuota, type Priority, type QuotaLedger } from '../quotas/quota';

type Outcomes = Map<string, QuoteAnswer>;

export interface GuardOptions {
  ledger: QuotaLedger;
  /** How long one request may take. */
  timeoutMs: number;
  now: () => number;
  /** How much of each cap may be spent before visitors have to stop, from 0 to 1. */
  visitorShare?: number;
}

/** What an operator wants to know of a provider. Holds no key. */
export interface ProviderHealth {
  name: string;
  breaker: 'closed' | 'open' | 'half-open';
  quota: { minuteLeft: number | null; dayLeft: number | null };
  lastSuccessAt: Date | null;
  lastFailure: { at: Date; code: string; message: string } | null;
}

/** Vendors that say "too many" without saying for how long mean the minute, as a rule. */
const UNSTATED_PAUSE_MS = 60_000;

/** A provider is out of order once this many requests in a row have failed as a whole. */
const FAILURES_UNTIL_BREAK = 5;

/**
 * An open breaker lets one request try again after this long, at first and at most. The longest must leave room
 * for a capture within a minute of the provider's return.
 */
const FIRST_TRIAL_AFTER_MS = 1_000;
const LATEST_TRIAL_AFTER_MS = 15_000;

/** Requests under way at once for publications. Retries and visitors have two each of their own, so that they hold up none. */
const PUBLICATIONS_AT_ONCE = 4;
const OTHERS_AT_ONCE = 2;
const MOST_WAITING = 1_000;

/** Reasons that are the provider's own, not what it says of one instrument. */
const OUTAGES: readonly FailureCode[] = ['network', 'timeout', 'bad-answer'];
/** Those that a request comes to as a whole. */
export const REQUEST_FAILURES: readonly FailureCode[] = [...OUTAGES, 'refused', 'quota'];

/** The failure that a whole request came to, where every instrument failed for one of these reasons. */
const failedAs = (outcomes: Outcomes, codes: readonly FailureCode[]): QuoteFailure | undefined => {
  const failures = [...outcomes.values()].map((outcome) =>
    'failure' in outcome && codes.includes(outcome.failure.code) ? outcome.failure : undefined,
  );
  return failures.includes(undefined) ? undefined : failures[0];
};

/**
 * What a vendor said of its quota, of any instrument of a request: beside it stand instruments that were not asked for at
 * all, or that the quota was enough for.
 */
const quotaFailureIn = (outcomes: Outcomes): QuoteFailure | undefined =>
  [...outcomes.values()].flatMap((outcome) =>
    'failure' in outcome && outcome.failure.code === 'quota' ? [outcome.failure] : [],
  )[0];

const isOutage = (outcomes: unknown): boolean => failedAs(outcomes as Outcomes, OUTAGES) !== undefined;

/** A connection that broke: worth one more try at once, where an editor waits. */
const isBroken = (outcomes: unknown): boolean => failedAs(outcomes as Outcomes, ['network']) !== undefined;

const BREAKER_STATES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const;

/**
 * A provider that cannot do harm: its requests end in time, are few at once, stay within its quota, and stop for a
 * while where it is out of order. Never rejects; what is not asked fails with a reason.
 */
export const createProviderClient = (
  provider: QuoteProvider,
  { ledger, timeoutMs, now, visitorShare }: GuardOptions,
) => {
  const { name } = provider;
  const quota = createQuota({ name, limits: provider.limits, ledger, now, visitorShare });
  let lastSuccessAt: Date | null = null;
  let lastFailure: ProviderHealth['lastFailure'] = null;

  const inTime = timeout(timeoutMs, TimeoutStrategy.Aggressive);
  const breaker = circuitBreaker(handleWhenResult(isOutage), {
    breaker: new ConsecutiveBreaker(FAILURES_UNTIL_BREAK),
    halfOpenAfter: new ExponentialBackoff({
      initialDelay: FIRST_TRIAL_AFTER_MS,
      maxDelay: LATEST_TRIAL_AFTER_MS,
    }),
  });
  const onceMore = retry(handleWhenResult(isBroken), {
    maxAttempts: 1,
    backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 200 }),
  });
  const lanes = {
    publication: wrap(bulkhead(PUBLICATIONS_AT_ONCE, MOST_WAITING), onceMore, breaker),
    retry: wrap(bulkhead(OTHERS_AT_ONCE, MOST_WAITING), breaker),
    visitor: wrap(bulkhead(OTHERS_AT_ONCE, MOST_WAITING), breaker),
  };

  const note = (outcomes: Outcomes): void => {
    const spent = quotaFailureIn(outcomes);
    if (spent) quota.pause(spent.retryAfterMs ?? UNSTATED_PAUSE_MS);
    const failed = failedAs(outcomes, REQUEST_FAILURES);
    const at = new Date(now());
    if (!failed) {
      lastSuccessAt = at;
      return;
    }
    lastFailure = { at, code: failed.code, message: failed.message };
  };

  /** One request, with what the provider throws turned into a reason: it may hold a key or a vendor's text. */
  const askOnce = async (instruments: readonly Instrument[], asOf: Date | undefined): Promise<Outcomes> => {
    try {
      return await inTime.execute(({ signal }) =>
        provider.getQuotes({ instruments, signal, ...(asOf ? { asOf } : {}) }),
      );
    } catch (error) {
      const late = (error as { isTaskCancelledError?: boolean }).isTaskCancelledError === true;
      return failAll(
        instruments,
        late
          ? failure('timeout', `The provider “${name}” did not answer in time.`)
          : failure('bad-answer', `The provider “${name}” failed.`),
      );
    }
  };

  const withinQuota = async (
    instruments: readonly Instrument[],
    asOf: Date | undefined,
    priority: Priority,
  ): Promise<Outcomes> => {
    const granted = await quota.take(instruments.length, priority);
    const [asked, over] = [instruments.slice(0, granted), instruments.slice(granted)];
    const wait = quota.pausedFor();
    const spent = failAll(
      over,
      failure(
        'quota',
        `The quota of the provider “${name}” is used up for now.`,
        wait > 0 ? wait : undefined,
      ),
    );
    if (asked.length === 0) return spent;
    const outcomes = await askOnce(asked, asOf);
    note(outcomes);
    return new Map([...outcomes, ...spent]);
  };

  return {
    name,
    attribution: () => provider.attribution,
    answersAsOf: (mic: string): boolean => answersAsOf(provider, mic),

    /** How many instruments one request may ask for, now or as of a past minute. */
    batchSize: (asOf: Date | undefined): number =>
      Math.max(1, (asOf && provider.maxBatchAsOf) || provider.maxBatch),

    /**
     * Quotes for at most `batchSize` instruments: a quote or a reason for each that the provider said unvalidated of.
     *
     * @param asOf the moment to answer for, where the provider can do so for all of them
     */
    async ask(
      instruments: readonly Instrument[],
      { asOf, priority }: { asOf?: Date; priority: Priority },
    ): Promise<Outcomes> {
      try {
        return await lanes[priority].execute(() => withinQuota(instruments, asOf, priority));
      } catch (error) {
        if (error instanceof BrokenCircuitError) {
          const why = `The provider “${name}” has been out of order; it is asked again in a few seconds.`;
          return failAll(instruments, failure('network', why));
        }
        if (error instanceof BulkheadRejectedError) {
          const why = `Too many requests to the provider “${name}” are waiting already.`;
          return failAll(instruments, failure('timeout', why));
        }
        throw error;
      }
    },

    async health(): Promise<ProviderHealth> {
      return {
        name,
        breaker: BREAKER_STATES[breaker.state],
        quota: await quota.left(),
        lastSuccessAt,
        lastFailure,
      };
    },
  };
};

export type ProviderClient = ReturnType<typeof createProviderClient>;
