import { AsyncLocalStorage } from 'node:async_hooks';

const unrestricted = new AsyncLocalStorage<true>();

/**
 * Runs a job whose reads are the newsroom's own and not those of whoever sent the request, so that they see
 * everything: what a write has to read to write. What the job answers is not restricted either: see to that.
 */
export const readUnrestricted = <Result>(job: () => Result): Result => unrestricted.run(true, job);

/** Whether what is read now is read by {@link readUnrestricted}. */
export const isReadUnrestricted = (): boolean => unrestricted.getStore() === true;
