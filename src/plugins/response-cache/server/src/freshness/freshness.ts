import type { Touched } from './ledger';

/** Which tables' writes a database tells of. */
export interface Watched {
  /** 2: it tells which tables were written to. 1: only that something was written. */
  level: 1 | 2;
  /** Tables whose writes are told of, in lower case; at level 1 all of them. */
  tables: ReadonlySet<string>;
  /** Tables that should have a trigger and have none, in lower case. */
  lost: ReadonlySet<string>;
  /** Views and the like, whose rows no trigger tells of, in lower case. */
  views: ReadonlySet<string>;
  /** Functions that may read or give anything, in lower case. */
  functions: ReadonlySet<string>;
}

/** Asks a database whether anything was committed. */
export interface Freshness {
  /**
   * What was committed since the last time that it was asked, by anybody.
   *
   * @throws where the database does not say, or not in time
   */
  ask(): Touched | Promise<Touched>;
  /** Has every node drop what it holds. */
  clear(): Promise<void>;
  watched(): Watched;
  close(): Promise<void>;
}
