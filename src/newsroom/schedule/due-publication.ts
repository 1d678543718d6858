import { AsyncLocalStorage } from 'node:async_hooks';

/** A due instant that the worker carries out. */
export interface DueInstant {
  at: Date;
  /** How late the newsroom is, in milliseconds, by the database's clock. */
  lateMs: number;
}

/** A publication that is later than this is recorded as late. The schedule runs every second. */
export const LATE_AFTER_MS = 10_000;

const due = new AsyncLocalStorage<DueInstant>();

/** Runs a publication or an unpublication that the schedule starts, so that the list of acts can say so. */
export const atDueInstant = <Result>(instant: DueInstant, run: () => Result): Result => due.run(instant, run);

export const currentDueInstant = (): DueInstant | undefined => due.getStore();
