import type { ProviderLimits } from './plan-limits';
import type { QuotaLedger } from './quota-ledger';

/** For whom a request is. Retries and visitors must leave quota for new publications. */
export const PRIORITIES = ['publication', 'retry', 'visitor'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How much of each cap may be spent in all before retries have to stop. */
const RETRY_SHARE = 0.5;

/** The same for visitors, where nothing is configured. It is less than for retries, which belong to publications. */
const DEFAULT_VISITOR_SHARE = 0.25;

const MINUTE_MS = 60_000;

/** The quota of one provider. Providers of the same name share it through the ledger, on other nodes too. */
export interface Quota {
  readonly name: string;
  readonly limits: ProviderLimits;
  readonly ledger: QuotaLedger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How much of each cap may be spent in all before visitors have to stop, from 0 to 1. */
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

/** Days are days of UTC. */
const dayWindow = ({ name, limits: { perDay }, now }: Quota): Window | undefined =>
  perDay === undefined
    ? undefined
    : { key: `${name}|day|${new Date(now()).toISOString().slice(0, 10)}`, cap: perDay };

const shareOf = ({ visitorShare = DEFAULT_VISITOR_SHARE }: Quota, priority: Priority): number =>
  ({ publication: 1, retry: RETRY_SHARE, visitor: visitorShare })[priority];

/** Spends up to `count` in every window, the same in each and in whole units. @returns how much was spent */
const spendInAll = async (quota: Quota, count: number, unit: number, share: number): Promise<number> => {
  const windows = [minuteWindow(quota), dayWindow(quota)].flatMap((window) => window ?? []);
  const spent: { key: string; count: number }[] = [];
  let granted = count;
  for (const { key, cap } of windows) {
    granted = await quota.ledger.spend(key, granted, Math.floor(cap * share));
    spent.push({ key, count: granted });
    if (granted === 0) break;
  }
  // A later window may grant less than an earlier one, and half a request cannot be made.
  const used = granted - (granted % unit);
  for (const window of spent)
    if (window.count > used) await quota.ledger.refund(window.key, window.count - used);
  return used;
};

/**
 * Spends quota for one HTTP request.
 *
 * @param instruments how many instruments the request asks for
 * @param asOf whether it asks for a past minute
 * @returns how many of them the request may ask for; all or none where the vendor counts requests
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

/** As `takeQuota`, for a request that must be made for all of the instruments or not at all. */
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

/** Stops all requests to the provider: it has said that its quota is used up. */
export const pauseQuota = (quota: Quota, milliseconds: number): void => {
  quota.pausedUntil = Math.max(quota.pausedUntil, quota.now() + milliseconds);
};

/** How long the provider may not be called yet, in milliseconds; 0 where it may be. */
export const pauseLeft = ({ pausedUntil, now }: Quota): number => Math.max(0, pausedUntil - now());

/** What is left of this minute and this day; null where there is no such cap. */
export const quotaLeft = async (
  quota: Quota,
): Promise<{ minuteLeft: number | null; dayLeft: number | null }> => {
  const leftIn = async (window: Window | undefined): Promise<number | null> =>
    window ? Math.max(0, window.cap - (await quota.ledger.total(window.key))) : null;
  return { minuteLeft: await leftIn(minuteWindow(quota)), dayLeft: await leftIn(dayWindow(quota)) };
};
