import type { ProviderLimits } from './plan-limits';

/** Whom a request is for. Neither a retry nor a visitor may spend what new publications need. */
export const PRIORITIES = ['publication', 'retry', 'visitor'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Where what was spent is written down: in this process, or in a database that several nodes share. */
export interface QuotaLedger {
  /**
   * Spends up to `count` of a window, as long as its total stays within `limit`. One step: callers at the same time,
   * on other nodes too, never spend more than the limit between them.
   *
   * @returns how much was spent, from 0 to `count`
   */
  spend(window: string, count: number, limit: number): Promise<number>;
  /** Takes back what was spent and not used. */
  refund(window: string, count: number): Promise<void>;
  /** What was spent in a window so far. */
  total(window: string): Promise<number>;
}

/** A ledger of this process alone: for a single command, and for tests. */
export const createMemoryLedger = (): QuotaLedger => {
  const totals = new Map<string, number>();
  const totalOf = (window: string): number => totals.get(window) ?? 0;
  return {
    spend: (window, count, limit) => {
      const spent = Math.max(0, Math.min(count, limit - totalOf(window)));
      totals.set(window, totalOf(window) + spent);
      return Promise.resolve(spent);
    },
    refund: (window, count) => {
      totals.set(window, totalOf(window) - count);
      return Promise.resolve();
    },
    total: (window) => Promise.resolve(totalOf(window)),
  };
};

/** How much of each cap may be spent in all before retries have to stop. */
const RETRY_SHARE = 0.5;

/** The same for visitors, where nothing is configured: less than for retries, which belong to publications. */
export const DEFAULT_VISITOR_SHARE = 0.25;

const MINUTE_MS = 60_000;

export interface QuotaOptions {
  /** The provider's name: nodes and windows of one provider share a ledger. */
  name: string;
  limits: ProviderLimits;
  ledger: QuotaLedger;
  now: () => number;
  /** How much of each cap may be spent in all before visitors have to stop, from 0 to 1. */
  visitorShare?: number;
}

/**
 * Keeps requests within what a provider allows by the minute and by the (UTC) day, and away from it for as long
 * as it asked to be left alone.
 */
export const createQuota = ({
  name,
  limits,
  ledger,
  now,
  visitorShare = DEFAULT_VISITOR_SHARE,
}: QuotaOptions) => {
  let pausedUntil = 0;
  const shares: Record<Priority, number> = { publication: 1, retry: RETRY_SHARE, visitor: visitorShare };

  const windows = (): { window: string; cap: number }[] => {
    const time = now();
    const minute = `${name}|minute|${Math.floor(time / MINUTE_MS)}`;
    const day = `${name}|day|${new Date(time).toISOString().slice(0, 10)}`;
    return [
      ...(limits.perMinute === undefined ? [] : [{ window: minute, cap: limits.perMinute }]),
      ...(limits.perDay === undefined ? [] : [{ window: day, cap: limits.perDay }]),
    ];
  };

  return {
    /**
     * How many of these instruments may be asked for in one request now; that many are taken as spent.
     *
     * @returns from 0 to `instruments`; all or none where the vendor counts requests
     */
    async take(instruments: number, priority: Priority): Promise<number> {
      if (now() < pausedUntil) return 0;
      const open = windows();
      let granted = limits.counts === 'instrument' ? instruments : 1;
      const spent: { window: string; count: number }[] = [];
      for (const { window, cap } of open) {
        granted = await ledger.spend(window, granted, Math.floor(cap * shares[priority]));
        spent.push({ window, count: granted });
        if (granted === 0) break;
      }
      // A later window may grant less than an earlier one, whose difference is not asked for.
      for (const { window, count } of spent)
        if (count > granted) await ledger.refund(window, count - granted);
      return granted > 0 && limits.counts === 'request' ? instruments : granted;
    },

    /** The provider has said that its quota is used up. @param milliseconds how long it asked to wait */
    pause(milliseconds: number): void {
      pausedUntil = Math.max(pausedUntil, now() + milliseconds);
    },

    /** When it may be asked again, in milliseconds from now; 0 where it may be. */
    pausedFor: (): number => Math.max(0, pausedUntil - now()),

    /** What is left of this minute and this day; null where there is no such cap. */
    async left(): Promise<{ minuteLeft: number | null; dayLeft: number | null }> {
      const open = windows();
      const leftIn = async (kind: 'minute' | 'day'): Promise<number | null> => {
        const found = open.find(({ window }) => window.startsWith(`${name}|${kind}|`));
        return found ? Math.max(0, found.cap - (await ledger.total(found.window))) : null;
      };
      return { minuteLeft: await leftIn('minute'), dayLeft: await leftIn('day') };
    },
  };
};

export type Quota = ReturnType<typeof createQuota>;
