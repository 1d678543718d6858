import { AsyncLocalStorage } from 'node:async_hooks';

/** What the worker carries out: an instant that has come. */
export interface DueInstant {
  at: Date;
  /** By how much the newsroom is late, in milliseconds, by the database's clock. */
  lateMs: number;
}

/** Later than this, the list of acts says that it was late: a turn is taken every second. */
export const LATE_AFTER_MS = 10_000;

const due = new AsyncLocalStorage<DueInstant>();

/** Runs what publishes or unpublishes because its instant has come, so that the list of acts can say so. */
export const atDueInstant = <Result>(instant: DueInstant, run: () => Result): Result => due.run(instant, run);

export const currentDueInstant = (): DueInstant | undefined => due.getStore();
