import type { Transaction } from '../store/transaction';
import type { PublicationToRecord } from './publication-to-record';

interface UnderWay {
  /** What has been read of publications, by type and ids of their entries. */
  read: Map<string, Promise<PublicationToRecord>>;
  /** How many publications of this transaction are under way, and how many of them are of new documents. */
  count: number;
  ofNewDocuments: number;
}

/**
 * By transaction, which a publication and its record have in common. An AsyncLocalStorage of its own would cost every
 * promise of the process, those of readers included, for as long as it runs.
 */
const underWay = new WeakMap<Transaction, UnderWay>();

/** Runs a publication together with its recording: what {@link readOnce} reads meanwhile is read once. */
export const trackPublication = async <T>(
  trx: Transaction,
  { isNew }: { isNew: boolean },
  run: () => Promise<T>,
): Promise<T> => {
  const publications = underWay.get(trx) ?? { read: new Map(), count: 0, ofNewDocuments: 0 };
  underWay.set(trx, publications);
  publications.count += 1;
  if (isNew) publications.ofNewDocuments += 1;
  try {
    return await run();
  } finally {
    publications.count -= 1;
    if (isNew) publications.ofNewDocuments -= 1;
    if (publications.count === 0) underWay.delete(trx);
  }
};

/**
 * Whether this transaction publishes nothing but documents that it has created itself. No other transaction can see
 * their rows: there is nothing to lock, and no snapshot of them yet.
 */
export const areAllNew = (trx: Transaction): boolean => {
  const publications = underWay.get(trx);
  return publications !== undefined && publications.ofNewDocuments === publications.count;
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
