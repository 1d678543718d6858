/** A queue of requests to a vendor that requires a pause between two of them. */
export interface RequestInterval {
  /** 0 for no interval. */
  readonly everyMs: number;
  /** When the next request may be sent, in milliseconds since 1970. */
  nextAt: number;
  /** Resolves when all callers that are in the queue now have had their turn. */
  queue: Promise<unknown>;
}

export const requestInterval = (everyMs: number): RequestInterval => ({
  everyMs,
  nextAt: 0,
  queue: Promise.resolve(),
});

/** Resolves after this time, or as soon as the signal is aborted. */
const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });

const takeTurn = async (interval: RequestInterval, signal: AbortSignal): Promise<boolean> => {
  if (signal.aborted) return false;
  const left = interval.nextAt - Date.now();
  if (left > 0) await sleep(left, signal);
  if (signal.aborted) return false;
  interval.nextAt = Date.now() + interval.everyMs;
  return true;
};

/**
 * Resolves when it is this caller's turn, in the order of the calls: true if the request may be sent, false if the signal was
 * aborted first. A caller that gave up does not delay those after it.
 */
export const waitForTurn = (interval: RequestInterval, signal: AbortSignal): Promise<boolean> => {
  if (interval.everyMs === 0) return Promise.resolve(!signal.aborted);
  const turn = interval.queue.then(() => takeTurn(interval, signal));
  interval.queue = turn;
  return turn;
};
