import type { RecordedStatement } from './transcript';

/** Runs the statements again that an answer was read from. */
export interface Replayer {
  /**
   * Whether all these statements give the same rows as before, in one snapshot of the database that is taken after the call.
   *
   * A statement's text and values may depend on the rows of earlier ones. If the earlier ones give the same rows, the same request
   * would send the same statement, so it need not be composed anew.
   *
   * @throws if the database does not answer, or not in time
   */
  repeats(statements: readonly RecordedStatement[]): boolean | Promise<boolean>;
  close(): Promise<void>;
}
