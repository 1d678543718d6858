import type { PublicationReading } from './read-publication';
import type { Transaction } from '../store/transaction';

/** What has been read of publications under way, by type and ids of their entries: rules may ask before they are recorded. */
export type Readings = Map<string, Promise<PublicationReading>>;

interface Recording {
  readings: Readings;
  /** How many publications of this transaction are under way. */
  publications: number;
}

/**
 * By transaction, since that is what a publication and its record have in common. An AsyncLocalStorage of its own
 * would cost every promise of the process, reads included, for as long as it runs.
 */
const underWay = new WeakMap<Transaction, Recording>();

/** Runs a publication together with the writing of its record: what is read of it meanwhile is read once. */
export const whileRecording = async <T>(trx: Transaction, run: () => Promise<T>): Promise<T> => {
  const recording = underWay.get(trx) ?? { readings: new Map(), publications: 0 };
  underWay.set(trx, recording);
  recording.publications += 1;
  try {
    return await run();
  } finally {
    recording.publications -= 1;
    if (recording.publications === 0) underWay.delete(trx);
  }
};

/** What has been read of the publications under way in a transaction; undefined where there are none. */
export const readingsIn = (trx: Transaction): Readings | undefined => underWay.get(trx)?.readings;
