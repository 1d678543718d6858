/** The place where used quota is recorded: in this process, or in a database that several nodes share. */
export interface QuotaLedger {
  /**
   * Uses up to `count` units of a window, as long as its total stays within `limit`. It is one atomic step: concurrent callers,
   * also on other nodes, never use more than the limit together.
   *
   * @returns how many units were used, from 0 to `count`
   */
  spend(window: string, count: number, limit: number): Promise<number>;
  /** Gives back units that were charged but not used. */
  refund(window: string, count: number): Promise<void>;
  /** How many units of a window were used so far. */
  total(window: string): Promise<number>;
}

/** A ledger for this process only, for a single command and for tests. */
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
