import type { ProviderLimits } from './plan-limits';
import type { QuotaLedger } from './quota-ledger';

/** The purpose of a request. Retries and visitors must leave quota for new publications. */
export const PRIORITIES = ['publication', 'retry', 'visitor'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The share of each limit after which retries must stop. */
const RETRY_SHARE = 0.5;

/** The default share for visitors. It is smaller than for retries, which belong to publications. */
const DEFAULT_VISITOR_SHARE = 0.25;

const MINUTE_MS = 60_000;

/** The quota of one provider. Providers with the same name share it through the ledger, also on other nodes. */
export interface Quota {
  readonly name: string;
  readonly limits: ProviderLimits;
  readonly ledger: QuotaLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The share of each limit, from 0 to 1, after which visitors must stop. */
  readonly visitorShare?: number | undefined;
  /** Until when the provider has asked not to be called, in milliseconds since 1970. */
  pausedUntil: number;
}

interface Window {
  key: string;
  cap: number;
}

const minuteWindow = ({ name, limits: { perMinute }, now }: Quota): Window | undefined =>
  perMinute === undefined
    ? undefined
    : { key: `${name}|minute|${Math.floor(now() / MINUTE_MS)}`, cap: perMinute };

/** Days are in UTC. */
const dayWindow = ({ name, limits: { perDay }, now }: Quota): Window | undefined =>
  perDay === undefined
    ? undefined
    : { key: `${name}|day|${new Date(now()).toISOString().slice(0, 10)}`, cap: perDay };

const shareOf = ({ visitorShare = DEFAULT_VISITOR_SHARE }: Quota, priority: Priority): number =>
  ({ publication: 1, retry: RETRY_SHARE, visitor: visitorShare })[priority];

/** Uses up to `count` units in every window, the same number in each and in whole requests. @returns how many were used */
const spendInAll = async (quota: Quota, count: number, unit: number, share: number): Promise<number> => {
  const windows = [minuteWindow(quota), dayWindow(quota)].flatMap((window) => window ?? []);
  const spent: { key: string; count: number }[] = [];
  let granted = count;
  for (const { key, cap } of windows) {
    granted = await quota.ledger.spend(key, granted, Math.floor(cap * share));
    spent.push({ key, count: granted });
    if (granted === 0) break;
  }
  // A later window may grant less than an earlier one, and half a request cannot be sent.
  const used = granted - (granted % unit);
  for (const window of spent)
    if (window.count > used) await quota.ledger.refund(window.key, window.count - used);
  return used;
};

/**
 * Uses quota for one HTTP request.
 *
 * @param instruments the number of instruments in the request
 * @param asOf whether it is for a past minute
 * @returns how many of them the request may have; all or none if the vendor counts requests
 */
export const takeQuota = async (
  quota: Quota,
  instruments: number,
  priority: Priority,
  asOf = false,
): Promise<number> => {
  if (quota.now() < quota.pausedUntil) return 0;
  const { counts, costAsOf = 1 } = quota.limits;
  const cost = asOf ? costAsOf : 1;
  const wanted = (counts === 'instrument' ? instruments : 1) * cost;
  const granted = (await spendInAll(quota, wanted, cost, shareOf(quota, priority))) / cost;
  return granted > 0 && counts === 'request' ? instruments : granted;
};

/** Like `takeQuota`, for a request that must have all of the instruments or not be sent. */
export const takeWholeQuota = async (
  quota: Quota,
  instruments: number,
  priority: Priority,
  asOf = false,
): Promise<boolean> => {
  if (quota.now() < quota.pausedUntil) return false;
  const { counts, costAsOf = 1 } = quota.limits;
  const cost = (counts === 'instrument' ? instruments : 1) * (asOf ? costAsOf : 1);
  return (await spendInAll(quota, cost, cost, shareOf(quota, priority))) === cost;
};

/** Stops all requests to the provider, because it has said that its quota is used up. */
export const pauseQuota = (quota: Quota, milliseconds: number): void => {
  quota.pausedUntil = Math.max(quota.pausedUntil, quota.now() + milliseconds);
};

/** How long the provider may not be called, in milliseconds; 0 if it may. */
export const pauseLeft = ({ pausedUntil, now }: Quota): number => Math.max(0, pausedUntil - now());

/** The remaining quota for this minute and this day; null if there is no such limit. */
export const quotaLeft = async (
  quota: Quota,
): Promise<{ minuteLeft: number | null; dayLeft: number | null }> => {
  const leftIn = async (window: Window | undefined): Promise<number | null> =>
    window ? Math.max(0, window.cap - (await quota.ledger.total(window.key))) : null;
  return { minuteLeft: await leftIn(minuteWindow(quota)), dayLeft: await leftIn(dayWindow(quota)) };
};
