import type { MarketState } from '../providers/market-data/quote';
import type { StoredReason } from '../reasons/reason';

export type SnapshotState = 'pending' | 'captured' | 'unavailable' | 'voided';

/** The `failureCode` of a row that was still pending when its mention or its document was removed. */
export const RETIRED = 'retired';

/** A row of the record, by attribute names. Prices are in the major unit of `currency`; 1.23 is 1.23 percent. */
export interface SnapshotRow extends StoredReason {
  id: number;
  documentId: string;
  instrument: string | null;
  symbol: string;
  mic: string | null;
  exchange: string | null;
  name: string | null;
  price: number | null;
  previousClose: number | null;
  change: number | null;
  changePercent: number | null;
  priceDecimals: number | null;
  currency: string | null;
  quoteUnit: string | null;
  marketState: MarketState | null;
  quotedAt: Date | null;
  capturedAt: Date | null;
  delayMinutes: number | null;
  provider: string | null;
  attribution: string | null;
  state: SnapshotState;
  /** Whole minutes from publication to the time of the figure; null if it is from the minute of publication. */
  lateMinutes: number | null;
  relatedType: string;
  relatedDocumentId: string;
  relatedLocale: string | null;
  relatedPublishedAt: Date;
  current: boolean;
  position: number;
  relatedKey: string;
  currentKey: string | null;
  supersedes: string | null;
  /** The reason that a person gave for capturing it again. Only the newsroom sees it. Null if nobody did. */
  correction: string | null;
  /** Who captured it again; null if nobody did, or if that was not recorded. */
  correctedBy: string | null;
  /** Who voided it and when; null if nobody did, or if that was not recorded. */
  voidedBy: string | null;
  voidedAt: Date | null;
  linkedTicker: boolean;
  linkedCompany: boolean;
  attempts: number;
  failureCode: string | null;
  nextAttemptAt: Date | null;
  leaseOwner: string | null;
  leaseUntil: Date | null;
  announcedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A row as it is inserted, without the columns that the database fills. */
export type StoredRow = Omit<SnapshotRow, 'id' | 'createdAt' | 'updatedAt'> & { ticker?: number | null };

/** The part of a pending row that a capture needs. */
export type WaitingRow = Pick<
  SnapshotRow,
  | 'id'
  | 'documentId'
  | 'instrument'
  | 'symbol'
  | 'mic'
  | 'exchange'
  | 'name'
  | 'currency'
  | 'relatedType'
  | 'relatedDocumentId'
  | 'relatedLocale'
  | 'relatedPublishedAt'
  | 'relatedKey'
  | 'current'
  | 'currentKey'
  | 'supersedes'
  | 'correction'
  | 'attempts'
  | 'createdAt'
>;

/** A row as it was inserted. */
export type InsertedRow = WaitingRow & Pick<SnapshotRow, 'state' | 'failureCode' | 'provider'>;

/** The work that remains after a publication has committed. */
export interface CommittedRows extends RowsToCapture {
  /** The rows that were inserted with their outcome, most of them with figures. They need no capture, but their events must be sent. */
  filled: InsertedRow[];
}

/** The rows of a publication that need a capture after it has committed. */
export interface RowsToCapture {
  /** The rows that this publication inserted, under this node's lease. */
  waiting: WaitingRow[];
  /** documentIds of rows that an earlier publication inserted. A node may hold their lease already and be asking the provider. */
  earlier: string[];
}

/** One publication of a document in one locale. Every snapshot belongs to one. */
export interface Publication {
  type: string;
  documentId: string;
  locale: string | null;
  publishedAt: Date;
}

/**
 * The key that a unique index allows once among current rows. If the listing is unknown, `instrument` is the mention as printed, so
 * that publishing again does not insert the row again.
 */
export const currentKey = (
  { type, documentId, locale }: Pick<Publication, 'type' | 'documentId' | 'locale'>,
  instrument: string,
): string => [type, documentId, locale ?? '', instrument].join('|');

/**
 * The key of a row that waits to replace the current one. It is unique as well, so two people who capture again at the same time
 * insert one row.
 */
export const replacementKey = (key: string): string => `${key}|again`;

/** The suffix of the key of a row that was current until its document was unpublished. The next publication looks for such rows. */
export const SET_ASIDE = '|unpublished';

/** The key that a row has or had while it was current, also after its document was unpublished. */
export const keyWhenCurrent = ({ currentKey: key }: Pick<SnapshotRow, 'currentKey'>): string =>
  key?.endsWith(SET_ASIDE) ? key.slice(0, -SET_ASIDE.length) : (key ?? '');
