import type { Core } from '@strapi/strapi';
import type { Instrument } from '../instruments/instrument';
import type { QuoteDesk } from '../providers';
import { fillSnapshot, type Answer } from './fill-snapshot';
import type { SnapshotRow } from './snapshot-row';
import type { SnapshotStore } from './snapshot-store';

/** How long a provider may take for one capture. A publish waits for less: its deadline. */
const ANSWER_WITHIN_MS = 10_000;

/** How many rows one pass of the retry takes. */
const ROWS_PER_PASS = 500;

/** A row whose listing is known. */
type NamedRow = SnapshotRow & Instrument & { instrument: string };

export interface CaptureOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  desk: QuoteDesk;
  now: () => Date;
}

/**
 * Captures: asks the desk for what rows wait for, and writes down what it says. Never inside a transaction, and
 * safe to repeat: a row that is no longer pending is left as it is.
 */
export const createCapture = ({ strapi, store, desk, now }: CaptureOptions) => {
  const captureRows = async (rows: SnapshotRow[], again: boolean): Promise<void> => {
    const named = rows.filter((row): row is NamedRow => row.instrument !== null && row.mic !== null);
    if (named.length === 0) return;
    const instruments = [
      ...new Map(named.map(({ instrument, mic, symbol }) => [instrument, { mic, symbol }])).values(),
    ];
    const answers: ReadonlyMap<string, Answer> = await desk.getQuotes(instruments, {
      timeoutMs: ANSWER_WITHIN_MS,
      again,
    });
    const outcomes = named.flatMap((row) => {
      const answer = answers.get(row.instrument);
      return answer ? [fillSnapshot(row, answer, now())] : [];
    });
    await store.writeOutcomes(outcomes);
  };

  /** A capture that fails leaves its rows pending, to be tried again: it is told, never thrown. */
  const told = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      strapi.log.error(`quote-snapshots: capture failed, its snapshots stay pending: ${String(error)}`);
    }
  };

  return {
    /** Captures the pending ones among these rows. */
    capture: (documentIds: string[]): Promise<void> =>
      told(async () => captureRows(await store.pending(documentIds), false)),

    /** Captures what earlier publications still wait for, oldest first. */
    retry: (): Promise<void> => told(async () => captureRows(await store.oldestPending(ROWS_PER_PASS), true)),
  };
};

export type Capture = ReturnType<typeof createCapture>;
