import { AsyncLocalStorage } from 'node:async_hooks';

const unrestricted = new AsyncLocalStorage<true>();

/**
 * Runs a job whose database reads are not restricted to what the caller may see, because a write has to read more than its caller
 * may. The code that calls this function must restrict the answer.
 */
export const readUnrestricted = <Result>(job: () => Result): Result => unrestricted.run(true, job);

/** Whether the present code runs inside {@link readUnrestricted}. */
export const isReadUnrestricted = (): boolean => unrestricted.getStore() === true;
