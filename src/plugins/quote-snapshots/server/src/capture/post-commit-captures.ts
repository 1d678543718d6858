import { AsyncLocalStorage } from 'node:async_hooks';
import type { RowsToCapture } from '../store/snapshot-row';

/** What one request waits for, and until when. */
interface Waiting {
  jobs: Promise<void>[];
  /** Epoch milliseconds; set by the first job: a request waits once, however much it publishes. */
  until: number | null;
}

export interface SettlingOptions {
  deadlineMs: number;
  /** The request that the caller serves; undefined outside of one. */
  currentRequest(): object | undefined;
  /** Captures pending rows, outside of every transaction. Must not reject. */
  capture(rows: RowsToCapture): Promise<void>;
}

/**
 * Starts captures after commit, and lets whoever published wait for the figures, up to the deadline and outside
 * of every transaction.
 *
 * Where the document service itself opened the transaction it can wait there; the content manager opens one
 * around the whole request, so there the request waits, at its end.
 */
export const createSettling = ({ deadlineMs, currentRequest, capture }: SettlingOptions) => {
  const requests = new WeakMap<object, Waiting>();
  const batches = new AsyncLocalStorage<Set<string>>();
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  /** What the caller's request waits for; undefined outside of one. */
  const waitingRequest = (): Waiting | undefined => {
    const request = currentRequest();
    return request && requests.get(request);
  };

  const settle = async ({ jobs, until }: Waiting): Promise<void> => {
    if (jobs.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, (until ?? 0) - Date.now()));
    });
    await Promise.race([Promise.all(jobs), deadline]);
    clearTimeout(timer);
  };

  const begin = (rows: RowsToCapture): Promise<void> => {
    const job = capture(rows);
    underWay.add(job);
    void job.finally(() => underWay.delete(job));
    return job;
  };

  const settled = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };

  return {
    /** Starts the capture of a publication that has committed; undefined where it is left to a batch. */
    start(rows: RowsToCapture): Promise<void> | undefined {
      // The rows are in the database: another node, or the next start, captures them.
      if (stopping) return undefined;
      const batch = batches.getStore();
      if (batch) {
        // By id: until the batch ends, their leases may run out, and others capture or retire them.
        for (const id of [...rows.written.map(({ documentId }) => documentId), ...rows.earlier])
          batch.add(id);
        return undefined;
      }
      const job = begin(rows);
      const waiting = waitingRequest();
      if (waiting) {
        waiting.until ??= Date.now() + deadlineMs;
        waiting.jobs.push(job);
      }
      return job;
    },

    /** Waits for one capture, within what the request has left of its deadline. */
    async wait(job: Promise<void>): Promise<void> {
      const until = waitingRequest()?.until ?? Date.now() + deadlineMs;
      await settle({ jobs: [job], until });
    },

    /** Runs a request; waits at its end for what it published. */
    async request<T>(request: object, run: () => Promise<T>): Promise<T> {
      const waiting: Waiting = { jobs: [], until: null };
      requests.set(request, waiting);
      const result = await run();
      await settle(waiting);
      return result;
    },

    /**
     * Runs work that publishes many documents, and captures for all of them at once afterwards: one batch for an
     * import, where the provider counts requests. Waits for the captures, without a deadline.
     */
    async together<T>(run: () => Promise<T>): Promise<T> {
      const batch = new Set<string>();
      try {
        return await batches.run(batch, run);
      } finally {
        if (batch.size > 0) await begin({ written: [], earlier: [...batch] });
      }
    },

    /** Resolves when no capture is under way. */
    settled,

    /** Starts nothing new; resolves when no capture is under way. */
    async stop(): Promise<void> {
      stopping = true;
      await settled();
    },
  };
};

export type Settling = ReturnType<typeof createSettling>;
