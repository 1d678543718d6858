import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Core } from '@strapi/strapi';

/** The counters of a node's response cache since its start. */
export interface CacheCounts {
  hits: number;
  fills: number;
  /** Answers that were checked after a write and kept. */
  kept: number;
  /** Answers that were checked after a write and dropped. */
  dropped: number;
  /** How often the cache asked the database whether anything was written. */
  questions: number;
  entries: number;
  bytes: number;
}

interface RunningCache {
  counters: { hits: number; fills: number; replays: { same: number; changed: number; failed: number } };
  questions: { count: number };
  entries: { size: number; calculatedSize: number };
}

/** Sends the counters of this process's cache to the parent process whenever the parent sends a message. */
export const tellCounts = (strapi: Core.Strapi): void => {
  process.on('message', () => {
    const cache = strapi.plugin('response-cache').service('running').read() as RunningCache | undefined;
    const counts: CacheCounts | null = cache
      ? {
          hits: cache.counters.hits,
          fills: cache.counters.fills,
          kept: cache.counters.replays.same,
          dropped: cache.counters.replays.changed + cache.counters.replays.failed,
          questions: cache.questions.count,
          entries: cache.entries.size,
          bytes: cache.entries.calculatedSize,
        }
      : null;
    process.send?.(counts);
  });
};

/** @throws Error if the child process has no cache */
export const countsOf = async (child: ChildProcess): Promise<CacheCounts> => {
  const answered = once(child, 'message');
  child.send('counts');
  const [counts] = (await answered) as [CacheCounts | null];
  if (!counts) throw new Error('The newsroom has no response cache.');
  return counts;
};
