/** A queue of requests to a vendor that wants some time between two of them. */
export interface RequestInterval {
  /** 0 for no interval. */
  readonly everyMs: number;
  /** When the next request may be sent, in milliseconds since 1970. */
  nextAt: number;
  /** Resolves when everyone who is in the queue by now has had a turn. */
  queue: Promise<unknown>;
}

export const requestInterval = (everyMs: number): RequestInterval => ({
  everyMs,
  nextAt: 0,
  queue: Promise.resolve(),
});

/** Resolves after this long, or as soon as the signal is aborted. */
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
 * Resolves when it is this caller's turn, in the order of the calls: true to send the request, false where the signal was
 * aborted before. A caller that gave up delays nobody behind it.
 */
export const waitForTurn = (interval: RequestInterval, signal: AbortSignal): Promise<boolean> => {
  if (interval.everyMs === 0) return Promise.resolve(!signal.aborted);
  const turn = interval.queue.then(() => takeTurn(interval, signal));
  interval.queue = turn;
  return turn;
};
