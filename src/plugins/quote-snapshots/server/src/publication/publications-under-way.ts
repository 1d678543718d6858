import type { Transaction } from '../store/transaction';
import type { PublicationToRecord } from './publication-to-record';

interface UnderWay {
  /** What has been read of publications, by type and ids of their entries. */
  read: Map<string, Promise<PublicationToRecord>>;
  /** How many publications of this transaction are under way. */
  count: number;
}

/**
 * By transaction, which a publication and its record have in common. An AsyncLocalStorage of its own would cost every
 * promise of the process, those of readers included, for as long as it runs.
 */
const underWay = new WeakMap<Transaction, UnderWay>();

/** Runs a publication together with its recording: what {@link readOnce} reads meanwhile is read once. */
export const whileUnderWay = async <T>(trx: Transaction, run: () => Promise<T>): Promise<T> => {
  const publications = underWay.get(trx) ?? { read: new Map(), count: 0 };
  underWay.set(trx, publications);
  publications.count += 1;
  try {
    return await run();
  } finally {
    publications.count -= 1;
    if (publications.count === 0) underWay.delete(trx);
  }
};

/** What `read` answers, or has answered before while these publications are under way. @param key type and ids */
export const readOnce = (
  trx: Transaction,
  key: string,
  read: () => Promise<PublicationToRecord>,
): Promise<PublicationToRecord> => {
  const known = underWay.get(trx)?.read;
  const reading = known?.get(key) ?? read();
  known?.set(key, reading);
  return reading;
};
