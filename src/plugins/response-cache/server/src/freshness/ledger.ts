import { EVERY_TABLE } from '../plugin-names';

/** Tables that were written to; all of them where it is not known which. */
export type Touched = 'all' | readonly string[];

/**
 * What is known of writes: a count of the moments at which writes were noticed, and at which of them each table was
 * written to. An answer whose tables were not written to since its own moment holds.
 */
export interface Ledger {
  generation: number;
  /** When every table counted as written to. */
  all: number;
  /** By table. */
  changed: Map<string, number>;
}

export const newLedger = (): Ledger => ({ generation: 0, all: 0, changed: new Map() });

/** Notes writes. */
export const noteWrites = (ledger: Ledger, touched: Touched): void => {
  if (touched !== 'all' && touched.length === 0) return;
  ledger.generation += 1;
  if (touched === 'all' || touched.includes(EVERY_TABLE)) {
    ledger.all = ledger.generation;
    ledger.changed.clear();
    return;
  }
  for (const table of touched) ledger.changed.set(table, ledger.generation);
};

/** What an answer was read from, and when. */
export interface Stamped {
  generation: number;
  tables: readonly string[];
}

/** Whether a table is known to have been written to after a generation. */
export const isTouched = (ledger: Ledger, table: string, generation: number): boolean =>
  (ledger.changed.get(table) ?? 0) > generation;

/**
 * The table whose write ended an answer; `*` where it is not known which, undefined where the answer holds. One that
 * holds is stamped anew, so that the next look is short.
 */
export const endedBy = (ledger: Ledger, stamped: Stamped): string | undefined => {
  if (stamped.generation === ledger.generation) return undefined;
  if (ledger.all > stamped.generation) return EVERY_TABLE;
  const table = stamped.tables.find((one) => isTouched(ledger, one, stamped.generation));
  if (table === undefined) stamped.generation = ledger.generation;
  return table;
};
