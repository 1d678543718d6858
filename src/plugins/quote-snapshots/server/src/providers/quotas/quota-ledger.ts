/** Where spent quota is recorded: in this process, or in a database that several nodes share. */
export interface QuotaLedger {
  /**
   * Spends up to `count` of a window, as long as its total stays within `limit`. This is one atomic step: callers at the
   * same time, on other nodes too, never spend more than the limit between them.
   *
   * @returns how much was spent, from 0 to `count`
   */
  spend(window: string, count: number, limit: number): Promise<number>;
  /** Takes back what was spent and not used. */
  refund(window: string, count: number): Promise<void>;
  /** How much of a window was spent so far. */
  total(window: string): Promise<number>;
}

/** A ledger of this process alone, for a single command and for tests. */
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
