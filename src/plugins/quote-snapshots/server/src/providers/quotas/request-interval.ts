/** Lets one pass at a time, with a distance between them. */
export interface RequestInterval {
  /**
   * Resolves when it is this caller's turn, in the order of calling: true to go ahead, false where the signal was aborted
   * before. Who gave up takes no turn away from those behind.
   */
  turn(signal: AbortSignal): Promise<boolean>;
}

/** Resolves after this long, or as soon as the signal is aborted. */
const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });

/** Requests to a vendor that wants some time between them. @param everyMs 0 for no distance */
export const createRequestInterval = (everyMs: number): RequestInterval => {
  let queue: Promise<unknown> = Promise.resolve();
  let next = 0;

  const take = async (signal: AbortSignal): Promise<boolean> => {
    if (signal.aborted) return false;
    const left = next - Date.now();
    if (left > 0) await wait(left, signal);
    if (signal.aborted) return false;
    next = Date.now() + everyMs;
    return true;
  };

  return {
    turn(signal) {
      if (everyMs === 0) return Promise.resolve(!signal.aborted);
      const mine = queue.then(() => take(signal));
      queue = mine;
      return mine;
    },
  };
};
