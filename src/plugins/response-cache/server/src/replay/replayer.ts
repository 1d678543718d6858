import type { RecordedStatement } from './transcript';

/** Runs again what an answer was read from. */
export interface Replayer {
  /**
   * Whether all these statements give the rows that they gave before, in one snapshot of the database that is taken after the
   * call.
   *
   * A statement's text and values may depend on what earlier ones gave. Where the earlier ones give the same rows, the same
   * request would send the same statement, so that it need not be composed anew.
   *
   * @throws where the database does not say, or not in time
   */
  repeats(statements: readonly RecordedStatement[]): boolean | Promise<boolean>;
  close(): Promise<void>;
}
