import type { SnapshotRow } from '../../store/snapshot-row';

const iso = (date: Date | null): string | null => (date ? new Date(date).toISOString() : null);

/** A row of the record in the form that the admin UI gets. */
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
  /** The admin UI words it in its user's language. */
  reason: row.reason,
  reasonCode: row.reasonCode,
  reasonParams: row.reasonParams,
  /** The reason that an editor gave for capturing it again. */
  correction: row.correction,
  correctedBy: row.correctedBy,
  /** Who voided it, and when. */
  voidedBy: row.voidedBy,
  voidedAt: iso(row.voidedAt),
  /** When the quote was first wanted. */
  createdAt: iso(row.createdAt),
  current: row.current,
  publishedAt: iso(row.relatedPublishedAt),
  /** The documentId of the snapshot that this one replaces, or was to replace. */
  supersedes: row.supersedes,
  /** Whole minutes from publication to the time of the figures; null if they are from the minute of publication. */
  lateMinutes: row.lateMinutes,
});

export type PresentedSnapshot = ReturnType<typeof presentSnapshot>;
