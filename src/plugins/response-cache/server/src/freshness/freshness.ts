import type { Touched } from './ledger';

/** The tables whose writes a database reports. */
export interface Watched {
  /** 2: it reports which tables were written to. 1: it reports only that something was written. */
  level: 1 | 2;
  /** Tables whose writes are reported, in lower case; at level 1 all tables. */
  tables: ReadonlySet<string>;
  /** Tables that should have a trigger and have none, in lower case. */
  lost: ReadonlySet<string>;
  /** Views and similar objects, in lower case. No trigger reports writes to their rows. */
  views: ReadonlySet<string>;
  /** Functions that may read or return anything, in lower case. */
  functions: ReadonlySet<string>;
}

/** Asks a database whether anything was committed. */
export interface Freshness {
  /**
   * The writes of all clients that were committed since the last call.
   *
   * @throws if the database does not answer, or not in time
   */
  ask(): Touched | Promise<Touched>;
  /** Makes every node drop its cached answers. */
  clear(): Promise<void>;
  watched(): Watched;
  close(): Promise<void>;
}
