import type { StoredReason } from '../../../server/src/reasons/reason';

/** The answers of the plugin's routes. Times are ISO 8601, prices are in the currency's major unit, 1.23 is 1.23 percent. */

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
  /** The reason that an editor gave for capturing it again. */
  correction: string | null;
  /** Who captured it again; null if nobody did, or if that was not recorded. */
  correctedBy: string | null;
  voidedBy: string | null;
  voidedAt: string | null;
  /** When the quote was first wanted. */
  createdAt: string | null;
  current: boolean;
  publishedAt: string | null;
  supersedes: string | null;
  /** Whole minutes from publication to the time of the figures; null if they are from the minute of publication. */
  lateMinutes: number | null;
}

/** A snapshot of the current publication. `replacement` is a second capture of it that is pending or has failed. */
export interface CurrentSnapshot extends Snapshot {
  replacement: Snapshot | null;
}

/** A snapshot on the page that shows the record, with its document. A field that the role may not read is null. */
export interface RecordedSnapshot extends Snapshot {
  document: {
    type: string;
    kind: 'collectionType' | 'singleType';
    typeName: string;
    documentId: string;
    locale: string | null;
    title: string | null;
    /** False once the document is deleted. */
    exists: boolean;
  } | null;
}

export interface TickerLink {
  id: number;
  documentId: string;
}

/** The answer to adding a ticker. */
export interface TickerAnswer extends TickerLink {
  /** False if the newsroom already had it: somebody may have added it after the page was loaded. */
  isNew: boolean;
}

/** An instrument that publishing would need a quote of. */
export interface NamedInstrument {
  instrument: string;
  symbol: string;
  mic: string;
  exchange: string | null;
  name: string | null;
  /** Null if the newsroom has no such ticker. */
  ticker: TickerLink | null;
  /** The company's name as the text has it; null if no name stands before the mention. */
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

/** A listing that the author may have meant where the text names one that no provider knows. */
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

/** A company that the draft names without a listing, and the listings that can be inserted after its name. */
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
    /** Whether the app has a content type for tickers. */
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

/** Why there is no quote. */
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

/** A live quote, or the reason why there is none, and the provider that answered. */
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
