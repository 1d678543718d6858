import { EVERY_TABLE } from '../plugin-names';

/** Tables that were written to; `all` if it is not known which. */
export type Touched = 'all' | readonly string[];

/**
 * The known writes. Each time that writes are noticed, the generation is counted up, and each written table is noted with its
 * generation. An answer is valid if none of its tables was written to after the answer's own generation.
 */
export interface Ledger {
  generation: number;
  /** The last generation at which every table counted as written to. */
  all: number;
  /** The last generation at which a table was written to, by table. */
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

/** The tables that an answer was read from, and its generation. */
export interface Stamped {
  generation: number;
  tables: readonly string[];
}

/** Whether a table is known to have been written to after a generation. */
export const isTouched = (ledger: Ledger, table: string, generation: number): boolean =>
  (ledger.changed.get(table) ?? 0) > generation;

/**
 * The table whose write ended an answer; `*` if it is not known which; undefined if the answer is still valid. A valid answer gets
 * the current generation, so that the next check is short.
 */
export const findEndingTable = (ledger: Ledger, stamped: Stamped): string | undefined => {
  if (stamped.generation === ledger.generation) return undefined;
  if (ledger.all > stamped.generation) return EVERY_TABLE;
  const table = stamped.tables.find((one) => isTouched(ledger, one, stamped.generation));
  if (table === undefined) stamped.generation = ledger.generation;
  return table;
};
