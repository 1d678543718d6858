import { BrokenCircuitError, BulkheadRejectedError, timeout, TimeoutStrategy } from 'cockatiel';
import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { failAll, failure } from '../market-data/failure';
import type { QuoteFailure } from '../market-data/quote';
import {
  pauseLeft,
  pauseQuota,
  quotaLeft,
  takeQuota,
  takeWholeQuota,
  type Priority,
  type Quota,
} from '../quotas/quota';
import type { QuotaLedger } from '../quotas/quota-ledger';
import {
  commonFailure,
  providerPolicies,
  REQUEST_FAILURE_CODES,
  type QuoteAnswers,
} from './provider-policies';
import type { QuoteProvider } from '../quote-provider';

/** The state of a provider, for an operator. It contains no key. */
export interface ProviderHealth {
  name: string;
  breaker: 'closed' | 'open' | 'half-open';
  quota: { minuteLeft: number | null; dayLeft: number | null };
  lastSuccessAt: Date | null;
  lastFailure: { at: Date; code: string; message: string } | null;
}

/** A provider with its quota, its circuit breaker and the results of its last requests. */
export interface ProviderClient {
  readonly provider: QuoteProvider;
  readonly quota: Quota;
  readonly policies: ReturnType<typeof providerPolicies>;
  readonly timeoutMs: number;
  lastSuccessAt: Date | null;
  lastFailure: ProviderHealth['lastFailure'];
}

/** A vendor that says "too many requests" without a time usually means the current minute. */
const DEFAULT_PAUSE_MS = 60_000;

/**
 * @param timeoutMs how long one request may take
 * @param visitorShare how much of each limit may be used before visitors get no more quotes, from 0 to 1
 */
export const createProviderClient = (
  provider: QuoteProvider,
  {
    ledger,
    timeoutMs,
    now,
    visitorShare,
  }: { ledger: QuotaLedger; timeoutMs: number; now: () => number; visitorShare?: number | undefined },
): ProviderClient => ({
  provider,
  quota: { name: provider.name, limits: provider.limits, ledger, now, visitorShare, pausedUntil: 0 },
  policies: providerPolicies(),
  timeoutMs,
  lastSuccessAt: null,
  lastFailure: null,
});

/** How many instruments one request may have, now or as of a past minute. */
export const batchSize = ({ provider }: ProviderClient, asOf: Date | undefined): number =>
  Math.max(1, (asOf && provider.maxBatchAsOf) || provider.maxBatch);

/** Whether all of these may be requested. Not if the ledger cannot count, since the request could exceed the plan. */
const isGranted = async (
  quota: Quota,
  instruments: number,
  priority: Priority,
  asOf: Date | undefined,
): Promise<boolean> => {
  try {
    return await takeWholeQuota(quota, instruments, priority, asOf !== undefined);
  } catch {
    return false;
  }
};

/**
 * Counts the HTTP requests of one `getQuotes` call. The charge from before the call is used up first. A split batch, or a second
 * attempt by the adapter, is charged in addition.
 */
const requestCharger = (
  { quota }: ProviderClient,
  { prepaid, asOf, priority }: { prepaid: number; asOf: Date | undefined; priority: Priority },
) => {
  const denied = new Set<string>();
  const unitsOf = (instruments: number): number => (quota.limits.counts === 'instrument' ? instruments : 1);
  let left = unitsOf(prepaid);
  const charge = async (instruments: readonly Instrument[]): Promise<boolean> => {
    const fromPrepaid = Math.min(left, unitsOf(instruments.length));
    left -= fromPrepaid;
    const missing = unitsOf(instruments.length) - fromPrepaid;
    if (missing === 0 || (await isGranted(quota, missing, priority, asOf))) return true;
    left += fromPrepaid;
    for (const instrument of instruments) denied.add(formatInstrument(instrument));
    return false;
  };
  return { charge, denied };
};

/**
 * The vendor's own statement that the quota is used up, which may concern only some instruments. Failures of our own count, where
 * the charge was denied, are ignored: they must not stop publications for which the quota is still sufficient.
 */
const vendorQuotaFailure = (answers: QuoteAnswers, denied: ReadonlySet<string>): QuoteFailure | undefined =>
  [...answers].flatMap(([instrument, answer]) =>
    'failure' in answer && answer.failure.code === 'quota' && !denied.has(instrument) ? [answer.failure] : [],
  )[0];

const recordResult = (client: ProviderClient, answers: QuoteAnswers, denied: ReadonlySet<string>): void => {
  const quotaFailure = vendorQuotaFailure(answers, denied);
  if (quotaFailure) pauseQuota(client.quota, quotaFailure.retryAfterMs ?? DEFAULT_PAUSE_MS);
  const failed = commonFailure(answers, REQUEST_FAILURE_CODES);
  const at = new Date(client.quota.now());
  if (failed) client.lastFailure = { at, code: failed.code, message: failed.message };
  else client.lastSuccessAt = at;
};

/** Calls `getQuotes` with a time limit. An error that it throws may contain a key or a vendor's text, and is not repeated. */
const callProvider = async (
  { provider, timeoutMs }: ProviderClient,
  request: Omit<Parameters<QuoteProvider['getQuotes']>[0], 'signal'>,
): Promise<QuoteAnswers> => {
  try {
    return await timeout(timeoutMs, TimeoutStrategy.Aggressive).execute(({ signal }) =>
      provider.getQuotes({ ...request, signal }),
    );
  } catch (error) {
    const isTimeout = (error as { isTaskCancelledError?: boolean }).isTaskCancelledError === true;
    return failAll(
      request.instruments,
      isTimeout
        ? failure('timeout', `The provider “${provider.name}” did not answer in time.`)
        : failure('bad-answer', `The provider “${provider.name}” failed.`),
    );
  }
};

/** Requests as many of the instruments as the quota allows. The others fail with `quota`. */
const requestWithinQuota = async (
  client: ProviderClient,
  instruments: readonly Instrument[],
  { asOf, priority }: { asOf?: Date | undefined; priority: Priority },
): Promise<QuoteAnswers> => {
  const { quota, provider } = client;
  let granted: number;
  try {
    granted = await takeQuota(quota, instruments.length, priority, asOf !== undefined);
  } catch {
    // The ledger is in the database, which may fail. It logs why. The provider is not to blame, so the breaker stays closed.
    const reason = `The quota of the provider “${provider.name}” could not be counted.`;
    return failAll(instruments, failure('quota', reason));
  }
  const allowed = instruments.slice(0, granted);
  const waitMs = pauseLeft(quota);
  const overQuota = failAll(
    instruments.slice(granted),
    failure(
      'quota',
      `The quota of the provider “${provider.name}” is used up for now.`,
      waitMs > 0 ? waitMs : undefined,
    ),
  );
  if (allowed.length === 0) return overQuota;
  const { charge, denied } = requestCharger(client, { prepaid: allowed.length, asOf, priority });
  const answers = await callProvider(client, {
    instruments: allowed,
    chargeQuota: charge,
    ...(asOf ? { asOf } : {}),
  });
  recordResult(client, answers, denied);
  return new Map([...answers, ...overQuota]);
};

/**
 * Requests quotes for at most `batchSize` instruments: with a time limit, with few requests at once, within the quota, and not
 * while the breaker is open. Never rejects: instruments that are not requested have a failure.
 *
 * @param asOf the instant of the quotes, if the provider can answer for all of the instruments
 */
export const requestQuotes = async (
  client: ProviderClient,
  instruments: readonly Instrument[],
  options: { asOf?: Date | undefined; priority: Priority },
): Promise<QuoteAnswers> => {
  const { name } = client.provider;
  try {
    return await client.policies[options.priority].execute(() =>
      requestWithinQuota(client, instruments, options),
    );
  } catch (error) {
    if (error instanceof BrokenCircuitError) {
      const reason = `The provider “${name}” has been out of order; it is asked again in a few seconds.`;
      return failAll(instruments, failure('network', reason));
    }
    if (error instanceof BulkheadRejectedError) {
      const reason = `Too many requests to the provider “${name}” are waiting already.`;
      return failAll(instruments, failure('timeout', reason));
    }
    return failAll(instruments, failure('bad-answer', `The request to the provider “${name}” failed.`));
  }
};

export const providerHealth = async ({
  provider,
  quota,
  policies,
  lastSuccessAt,
  lastFailure,
}: ProviderClient): Promise<ProviderHealth> => ({
  name: provider.name,
  breaker: policies.breakerState(),
  quota: await quotaLeft(quota),
  lastSuccessAt,
  lastFailure,
});
