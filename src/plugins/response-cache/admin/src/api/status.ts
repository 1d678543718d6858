/** The server's report on this node's cache. */
export interface Status {
  state: 'on' | 'off' | 'absent';
  /** Why nothing is cached, in English, as in the log. */
  reason: string | null;
  /** What switched it off; null if nothing did, and if the database does not allow a cache. */
  offBy: 'configuration' | 'shadow' | 'middlewares' | null;
  level: 1 | 2 | null;
  entries: number;
  bytes: number;
  maxBytes: number;
  questions: number;
  /** From 0 to 1. */
  shadowShare: number;
  counters: Counters | null;
}

export interface Counters {
  /** Epoch milliseconds. */
  since: number;
  hits: number;
  notModified: number;
  misses: number;
  fills: number;
  waited: number;
  /** Answers that were checked again after a write, by result. */
  replays: { same: number; changed: number; failed: number };
  bypasses: Record<string, number>;
  drops: Record<string, number>;
  shadow: { compared: number; same: number; changed: number; different: number };
}
