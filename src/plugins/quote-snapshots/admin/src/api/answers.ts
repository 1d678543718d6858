import type { StoredReason } from '../../../server/src/reasons/reason';

/** What the plugin's routes answer. Times are ISO 8601, prices in the currency's major unit, percent as in 1.23. */

export type SnapshotState = 'pending' | 'captured' | 'unavailable' | 'voided';
export type MarketState = 'pre' | 'regular' | 'post' | 'closed' | 'unknown';

export interface Snapshot extends StoredReason {
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
  marketState: MarketState | null;
  quotedAt: string | null;
  capturedAt: string | null;
  delayMinutes: number | null;
  provider: string | null;
  attribution: string | null;
  state: SnapshotState;
  /** Why an editor had it captured again. */
  correction: string | null;
  /** Who had it captured again; null where nobody did, or nobody knows. */
  correctedBy: string | null;
  voidedBy: string | null;
  voidedAt: string | null;
  /** When it was asked for. */
  createdAt: string | null;
  current: boolean;
  publishedAt: string | null;
  supersedes: string | null;
  /** Whole minutes from publication to the moment of the figures; null where that is the minute of publication. */
  lateMinutes: number | null;
}

/** A snapshot of the current publication, with the capture that waits, or failed, to replace it. */
export interface CurrentSnapshot extends Snapshot {
  replacement: Snapshot | null;
}

/** A snapshot on the page of the record, with the document that it belongs to. A field that the role may not read is null. */
export interface RecordedSnapshot extends Snapshot {
  document: {
    type: string;
    kind: 'collectionType' | 'singleType';
    typeName: string;
    documentId: string;
    locale: string | null;
    title: string | null;
    /** Whether there is such a document still. */
    exists: boolean;
  } | null;
}

export interface TickerLink {
  id: number;
  documentId: string;
}

/** What came of adding one. */
export interface TickerAnswer extends TickerLink {
  /** False where the newsroom had it before, as somebody may have added it meanwhile. */
  isNew: boolean;
}

/** An instrument that publishing would need a quote of. */
export interface NamedInstrument {
  instrument: string;
  symbol: string;
  mic: string;
  exchange: string | null;
  name: string | null;
  /** Null where the newsroom does not know it. */
  ticker: TickerLink | null;
  /** What the text calls its company; null where no name stands before the mention. */
  companyName: string | null;
  act: 'capture' | 'keep';
  snapshot: Snapshot | null;
}

export interface ListingChoice {
  instrument: string;
  mic: string;
  symbol: string;
  exchange: string;
  name: string | null;
  ticker: TickerLink | null;
}

export interface AmbiguousMention extends StoredReason {
  symbol: string;
  exchange: string | null;
  choices: ListingChoice[];
}

/** A listing that may be meant by one that nobody knows. */
export interface NearMiss {
  instrument: string;
  symbol: string;
  mic: string;
  exchange: string;
  name: string | null;
}

/** A listing as the text prints it; the exchange is null for a cashtag. */
export interface PrintedMention {
  symbol: string;
  exchange: string | null;
}

/** A company that the draft names without a listing, and what may be inserted behind its name. */
export interface ListingSuggestion {
  /** Where the name stands: the field (`body`, `sections.0.text`), and offsets into its text; `end` is exclusive. */
  field: string;
  start: number;
  end: number;
  text: string;
  listings: { instrument: string; symbol: string; exchange: string; name: string | null; insert: string }[];
}

export interface DraftPreview {
  data: {
    mentions: PrintedMention[];
    instruments: NamedInstrument[];
    ambiguous: AmbiguousMention[];
    retired: Snapshot[];
    suggestions: ListingSuggestion[];
  };
  meta: {
    tickersAttribute: string | null;
    /** Whether the app has a content type for tickers at all. */
    hasTickers: boolean;
    mayAddTickers: boolean;
  };
}

export interface LiveQuote {
  name: string | null;
  price: number;
  change: number | null;
  changePercent: number | null;
  priceDecimals: number;
  currency: string;
  quotedAt: string;
  delayMinutes: number | null;
}

/** The codes of reasons why there is no quote. */
export type FailureCode =
  | 'unknown-instrument'
  | 'no-price'
  | 'invalid-price'
  | 'stale'
  | 'wrong-listing'
  | 'refused'
  | 'quota'
  | 'timeout'
  | 'network'
  | 'bad-answer'
  | 'incomplete-quote';

/** A reason, with the server's own message. */
export interface Failure {
  code: FailureCode;
  message: string;
}

/** A live quote or the reason why there is none, and which provider gave it. */
export interface LiveAnswer {
  provider: string;
  attribution: string;
  quote?: LiveQuote;
  failure?: Failure;
}

export type StateCounts = Partial<Record<SnapshotState, number>>;

export interface AttentionItem {
  type: string;
  kind: 'collectionType' | 'singleType';
  typeName: string;
  documentId: string;
  locale: string | null;
  title: string;
  publishedAt: string;
  pending: number;
  failed: number;
}

export interface ProviderFacts {
  role: 'first' | 'fallback';
  name: string;
  attribution: string;
  licence: 'display' | 'internal';
  delayMinutes: number;
  delayNotice: string;
  maxBatch: number;
  perMinute: number | null;
  perDay: number | null;
  counts: 'request' | 'instrument';
}

export interface Setting {
  option: string;
  variable: string | null;
  value: string | null;
  secret: boolean;
}

export interface Settings {
  providers: ProviderFacts[];
  settings: Setting[];
}

/** The result of a health check for one provider. */
export interface CheckReport {
  role: ProviderFacts['role'];
  name: string;
  ok: boolean;
  latencyMs: number;
  /** A quote or a reason for each instrument, by `XNAS:MSFT`, in the order asked for. */
  answers: Record<string, { quote: LiveQuote & { marketState: MarketState } } | { failure: Failure }>;
}

export interface ProviderStatus {
  name: string;
  role: 'first' | 'fallback';
  breaker: 'closed' | 'open' | 'half-open';
  quota: { minuteLeft: number | null; dayLeft: number | null };
  lastSuccessAt: string | null;
  lastFailure: { at: string; code: string; message: string } | null;
}

export interface Status {
  pending: number;
  oldestPendingAt: string | null;
  failures: { code: string; count: number }[];
  providers: ProviderStatus[];
}
