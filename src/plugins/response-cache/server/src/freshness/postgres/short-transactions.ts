import type { Run } from './triggers';

/** Runs work in one transaction, which is rolled back if the work throws. */
export type InTransaction = (work: (run: Run) => Promise<void>) => Promise<void>;

/** A change of one table or of the plugin's own objects, in a transaction of its own. */
export interface Step {
  /** What it changes, for the message: a table's name. */
  on: string;
  work: (run: Run) => Promise<void>;
}

/**
 * How long a step waits for a lock, in milliseconds. A trigger is dropped with the strongest lock. While that waits behind one open
 * reader (`pg_dump`), every later select on the table waits behind it.
 */
const LOCK_TIMEOUT_MS = 300;
/** How often each step is tried. Between two rounds, those who waited behind it get their turn. */
const ROUNDS = 5;
const PAUSE_MS = 200;

/** `lock_not_available` and `deadlock_detected`. */
const LOCKED = new Set<unknown>(['55P03', '40P01']);

/** A table stayed locked by other transactions. */
export class LockedError extends Error {
  constructor(tables: readonly string[], options: ErrorOptions) {
    super(`locked by another transaction: ${tables.slice(0, 5).join(', ')}`, options);
  }
}

/** PostgreSQL's code of an error, such as `42501`. */
export const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

const tryStep = async (inTransaction: InTransaction, { work }: Step): Promise<unknown> => {
  try {
    await inTransaction(async (run) => {
      await run(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
      // Nodes that start at the same moment do this one after the other.
      await run(`select pg_advisory_xact_lock(hashtext('response cache: triggers'))`);
      await work(run);
    });
    return undefined;
  } catch (error) {
    if (LOCKED.has(codeOf(error))) return error;
    throw error;
  }
};

/**
 * Runs each step in a short transaction of its own, so that none holds the lock of one table while it waits for another's. Steps
 * that got no lock are tried again.
 *
 * @param mostMs for waiting: after this many milliseconds, no step is tried any more if one was locked
 * @throws LockedError if a table stayed locked; the error of a step that failed for another reason
 */
export const runSteps = async (
  inTransaction: InTransaction,
  steps: readonly Step[],
  mostMs: number,
): Promise<void> => {
  const until = performance.now() + mostMs;
  let left = steps;
  let cause: unknown;
  for (let round = 1; ; round += 1) {
    const locked: Step[] = [];
    for (const step of left) {
      const isLate = cause !== undefined && performance.now() >= until;
      const failure = isLate ? cause : await tryStep(inTransaction, step);
      if (failure === undefined) continue;
      cause = failure;
      locked.push(step);
    }
    if (locked.length === 0) return;
    if (round === ROUNDS || performance.now() >= until)
      throw new LockedError(
        locked.map(({ on }) => on),
        { cause },
      );
    left = locked;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * round));
  }
};
