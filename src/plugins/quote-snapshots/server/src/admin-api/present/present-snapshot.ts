import type { SnapshotRow } from '../../store/snapshot-row';

const iso = (date: Date | null): string | null => (date ? new Date(date).toISOString() : null);

/** A row of the record, in the shape in which the admin UI gets it. */
export const presentSnapshot = (row: SnapshotRow) => ({
  documentId: row.documentId,
  instrument: row.instrument,
  symbol: row.symbol,
  mic: row.mic,
  exchange: row.exchange,
  name: row.name,
  price: row.price,
  previousClose: row.previousClose,
  change: row.change,
  changePercent: row.changePercent,
  priceDecimals: row.priceDecimals,
  currency: row.currency,
  marketState: row.marketState,
  quotedAt: iso(row.quotedAt),
  capturedAt: iso(row.capturedAt),
  delayMinutes: row.delayMinutes,
  provider: row.provider,
  attribution: row.attribution,
  state: row.state,
  /** Worded by the admin UI, in its user's language. */
  reason: row.reason,
  reasonCode: row.reasonCode,
  reasonParams: row.reasonParams,
  /** Why an editor had it captured again. */
  correction: row.correction,
  correctedBy: row.correctedBy,
  /** Who declared it void, and when. */
  voidedBy: row.voidedBy,
  voidedAt: iso(row.voidedAt),
  /** When it was asked for. */
  createdAt: iso(row.createdAt),
  current: row.current,
  publishedAt: iso(row.relatedPublishedAt),
  /** The documentId of the snapshot that this one replaces, or would have. */
  supersedes: row.supersedes,
  /** Whole minutes from publication to the moment of the figures; null where that is the minute of publication. */
  lateMinutes: row.lateMinutes,
});

export type PresentedSnapshot = ReturnType<typeof presentSnapshot>;
