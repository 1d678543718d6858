import type { MarketState } from '../providers/market-data/quote';
import type { StoredReason } from '../reasons/reason';

export type SnapshotState = 'pending' | 'captured' | 'unavailable' | 'voided';

/** The `failureCode` of a row that was still pending when its mention, or its document, was no longer there. */
export const RETIRED = 'retired';

/** A row of the record, by attribute names. Prices are in the major unit of `currency`, percent as in 1.23. */
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
  /** Whole minutes from publication to the moment that the figure is of; null where that is the minute of publication. */
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
  /** Why a person had it captured again: for the newsroom alone. Null where nobody did. */
  correction: string | null;
  /** The name of whoever had it captured again; null where nobody did, or nobody knows. */
  correctedBy: string | null;
  /** The name of whoever voided it, and when; null where nobody did, or nobody knows. */
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

/** A row as it is inserted: without what the database adds. */
export type StoredRow = Omit<SnapshotRow, 'id' | 'createdAt' | 'updatedAt'> & { ticker?: number | null };

/** What a capture must know of a row that waits for its figures. */
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

/** What a publication leaves to be done once it has committed. */
export interface CommittedRows extends RowsToCapture {
  /** Those that it inserted with their figures: events are to tell of them. */
  filled: InsertedRow[];
}

/** What waits for its figures once a publication has committed. */
export interface RowsToCapture {
  /** Rows that it inserted, under this node's lease. */
  waiting: WaitingRow[];
  /** documentIds of rows that an earlier publication inserted: another node may have leased them, and be asking already. */
  earlier: string[];
}

/** One publication of a document in one locale: what a snapshot belongs to. */
export interface Publication {
  type: string;
  documentId: string;
  locale: string | null;
  publishedAt: Date;
}

/**
 * The string that is unique among current rows, by an index. Where no listing is known, `instrument` is the mention as
 * printed, so that publishing again does not insert the row again.
 */
export const currentKey = (
  { type, documentId, locale }: Pick<Publication, 'type' | 'documentId' | 'locale'>,
  instrument: string,
): string => [type, documentId, locale ?? '', instrument].join('|');

/**
 * The key of a row that waits to replace the current one. It is unique as well: two people who capture again at once
 * insert one row.
 */
export const replacementKey = (key: string): string => `${key}|again`;

/** The end of a key whose row was current until its document was unpublished: the next publication looks for it. */
export const SET_ASIDE = '|unpublished';

/** The key of a current row, also where its document was unpublished since. */
export const keyWhenCurrent = ({ currentKey: key }: Pick<SnapshotRow, 'currentKey'>): string =>
  key?.endsWith(SET_ASIDE) ? key.slice(0, -SET_ASIDE.length) : (key ?? '');
