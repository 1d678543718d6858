import type { Transaction } from '../store/transaction';
import type { PublicationToRecord } from './publication-to-record';

/** The readings of publications, by the type and the ids of their entries. */
type Readings = Map<string, Promise<PublicationToRecord>>;

interface UnderWay {
  readings: Readings;
  /** How many publications of this transaction are under way, and how many of these publish new documents. */
  count: number;
  ofNewDocuments: number;
}

/**
 * The publications by transaction, because a publication and its recording run in the same transaction. A separate
 * AsyncLocalStorage would add a cost to every promise of the process for as long as the process runs, also to promises of requests
 * by readers.
 */
const underWay = new WeakMap<Transaction, UnderWay>();

/**
 * Must be called before the first write of a publication. {@link readingsOf} keeps the reading of the publication until it has
 * ended.
 */
export const beginPublication = (trx: Transaction, { isNew }: { isNew: boolean }): void => {
  const publications = underWay.get(trx) ?? { readings: new Map(), count: 0, ofNewDocuments: 0 };
  underWay.set(trx, publications);
  publications.count += 1;
  if (isNew) publications.ofNewDocuments += 1;
};

/**
 * Must be called after a publication is recorded or has failed.
 *
 * @param options the same as for {@link beginPublication}
 */
export const endPublication = (trx: Transaction, { isNew }: { isNew: boolean }): void => {
  const publications = underWay.get(trx);
  if (!publications) return;
  publications.count -= 1;
  if (isNew) publications.ofNewDocuments -= 1;
  if (publications.count === 0) underWay.delete(trx);
};

/**
 * Whether this transaction publishes only documents that it has created itself. No other transaction can see their rows, so there
 * is nothing to lock, and they have no snapshots yet.
 */
export const areAllNew = (trx: Transaction): boolean => {
  const publications = underWay.get(trx);
  return publications !== undefined && publications.ofNewDocuments === publications.count;
};

/** The readings of the publications of this transaction, by type and ids; undefined if none is under way. */
export const readingsOf = (trx: Transaction): Readings | undefined => underWay.get(trx)?.readings;
