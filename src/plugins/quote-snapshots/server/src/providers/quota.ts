import type { ProviderLimits } from './provider';

/** Whom a request is for. A retry must never spend what new publications need. */
export type Priority = 'publication' | 'retry';

/** Where what was spent is written down: in this process, or in a database that several nodes share. */
export interface QuotaLedger {
  /** Adds to what was spent in a window and answers with the new total; a count of 0 only asks. */
  spend(window: string, count: number): Promise<number>;
}

/** A ledger of this process alone: for a single command, and for tests. */
export const createMemoryLedger = (): QuotaLedger => {
  const totals = new Map<string, number>();
  return {
    spend: (window, count) => {
      const total = (totals.get(window) ?? 0) + count;
      totals.set(window, total);
      return Promise.resolve(total);
    },
  };
};

/** Half of each cap is out of bounds for retries. */
const RETRY_SHARE = 0.5;

const MINUTE_MS = 60_000;

export interface QuotaOptions {
  /** The provider's name: nodes and windows of one provider share a ledger. */
  name: string;
  limits: ProviderLimits;
  ledger: QuotaLedger;
  now: () => number;
}

/**
 * Keeps requests within what a provider allows by the minute and by the (UTC) day, and away from it for as long
 * as it asked to be left alone.
 */
export const createQuota = ({ name, limits, ledger, now }: QuotaOptions) => {
  let pausedUntil = 0;

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
      const wanted = limits.counts === 'instrument' ? instruments : 1;
      let granted = wanted;
      for (const { window, cap } of open) {
        const allowed = priority === 'retry' ? Math.floor(cap * RETRY_SHARE) : cap;
        granted = Math.min(granted, allowed - (await ledger.spend(window, 0)));
      }
      granted = Math.max(0, granted);
      if (granted === 0) return 0;
      for (const { window } of open) await ledger.spend(window, granted);
      return limits.counts === 'instrument' ? granted : instruments;
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
        return found ? Math.max(0, found.cap - (await ledger.spend(found.window, 0))) : null;
      };
      return { minuteLeft: await leftIn('minute'), dayLeft: await leftIn('day') };
    },
  };
};

export type Quota = ReturnType<typeof createQuota>;
