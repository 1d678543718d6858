import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Core } from '@strapi/strapi';

/** What a node's response cache has counted since its start. */
export interface CacheCounts {
  hits: number;
  fills: number;
  /** Answers that were checked again after a write, and kept. */
  kept: number;
  /** The same, and dropped. */
  dropped: number;
  /** How often it asked the database whether anything was written. */
  questions: number;
  entries: number;
  bytes: number;
}

interface RunningCache {
  counters: { hits: number; fills: number; replays: { same: number; changed: number; failed: number } };
  questions: { count: number };
  entries: { size: number; calculatedSize: number };
}

/** Has this process tell its parent what its cache has counted, whenever the parent sends a message. */
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

/** @throws Error where the child has no cache */
export const countsOf = async (child: ChildProcess): Promise<CacheCounts> => {
  const answered = once(child, 'message');
  child.send('counts');
  const [counts] = (await answered) as [CacheCounts | null];
  if (!counts) throw new Error('The newsroom has no response cache.');
  return counts;
};
