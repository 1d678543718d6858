/** The counts since the start, or since somebody pressed *Clear*. */
export interface Counters {
  since: number;
  hits: number;
  /** Hits that were answered with 304. */
  notModified: number;
  misses: number;
  /** Answers that were stored. */
  fills: number;
  /** Requests that waited for another request's fill or check. */
  waited: number;
  /** Entries that were checked again after a write to one of their tables, by result. */
  replays: { same: number; changed: number; failed: number };
  /** By reason. */
  bypasses: Record<string, number>;
  /** Entries that a write ended, by table. */
  drops: Record<string, number>;
  shadow: { compared: number; same: number; changed: number; different: number };
}

export const newCounters = (now: number): Counters => ({
  since: now,
  hits: 0,
  notModified: 0,
  misses: 0,
  fills: 0,
  waited: 0,
  replays: { same: 0, changed: 0, failed: 0 },
  bypasses: {},
  drops: {},
  shadow: { compared: 0, same: 0, changed: 0, different: 0 },
});

/** Reasons may name resolvers and tables. Their number is limited, so that no client can fill the memory. */
const MOST_REASONS = 200;

/** Counts one more of something. */
export const countOf = (counts: Record<string, number>, what: string): void => {
  const name = what in counts || Object.keys(counts).length < MOST_REASONS ? what : 'other';
  counts[name] = (counts[name] ?? 0) + 1;
};
