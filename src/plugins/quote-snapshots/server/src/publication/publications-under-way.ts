import type { Transaction } from '../store/transaction';
import type { PublicationToRecord } from './publication-to-record';

/** What has been read of publications, by type and ids of their entries. */
type Readings = Map<string, Promise<PublicationToRecord>>;

interface UnderWay {
  readings: Readings;
  /** How many publications of this transaction are under way, and how many of them are of new documents. */
  count: number;
  ofNewDocuments: number;
}

/**
 * By transaction, which a publication and its record have in common. An AsyncLocalStorage of its own would cost every
 * promise of the process, those of readers included, for as long as it runs.
 */
const underWay = new WeakMap<Transaction, UnderWay>();

/** To be called before a publication's first write. Until it has ended, {@link readingsOf} keeps what was read of it. */
export const beginPublication = (trx: Transaction, { isNew }: { isNew: boolean }): void => {
  const publications = underWay.get(trx) ?? { readings: new Map(), count: 0, ofNewDocuments: 0 };
  underWay.set(trx, publications);
  publications.count += 1;
  if (isNew) publications.ofNewDocuments += 1;
};

/** To be called once a publication is recorded, or has failed. @param options as they were given when it began */
export const endPublication = (trx: Transaction, { isNew }: { isNew: boolean }): void => {
  const publications = underWay.get(trx);
  if (!publications) return;
  publications.count -= 1;
  if (isNew) publications.ofNewDocuments -= 1;
  if (publications.count === 0) underWay.delete(trx);
};

/**
 * Whether this transaction publishes nothing but documents that it has created itself. No other transaction can see
 * their rows: there is nothing to lock, and no snapshot of them yet.
 */
export const areAllNew = (trx: Transaction): boolean => {
  const publications = underWay.get(trx);
  return publications !== undefined && publications.ofNewDocuments === publications.count;
};

/** What has been read of publications of this transaction, by type and ids; undefined where none is under way. */
export const readingsOf = (trx: Transaction): Readings | undefined => underWay.get(trx)?.readings;
