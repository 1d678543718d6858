import { AsyncLocalStorage } from 'node:async_hooks';

const unrestricted = new AsyncLocalStorage<true>();

/**
 * Runs a job whose database reads are not restricted to what the caller may see: a write has to read more than its caller
 * may. The caller of this function restricts what is answered.
 */
export const readUnrestricted = <Result>(job: () => Result): Result => unrestricted.run(true, job);

/** Whether the code that runs now was started by {@link readUnrestricted}. */
export const isReadUnrestricted = (): boolean => unrestricted.getStore() === true;
