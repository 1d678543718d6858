import { AsyncLocalStorage } from 'node:async_hooks';

const move = new AsyncLocalStorage<{ reason: string }>();

/** Runs a write that may move an embargo to an earlier instant. The caller has checked the permission. */
export const withEmbargoMove = <Result>(reason: string, run: () => Result): Result =>
  move.run({ reason }, run);

/** The reason for moving an embargo earlier in the present write; undefined if this is not allowed. */
export const embargoMoveReason = (): string | undefined => move.getStore()?.reason;
