/**
 * The plugin's API for an app's own code: the parameters and results of its services.
 *
 * ```ts
 * import type { CaptureService } from 'strapi-plugin-quote-snapshots/strapi-server';
 * const capture = strapi.plugin('quote-snapshots').service<CaptureService>('capture');
 * ```
 */
import type { Struct } from '@strapi/strapi';
import type { Mention } from './detection';
import type { latestQuotes } from './content-api/latest-quotes';
import type { Instrument } from './instruments';
import type { FailureCode, ProviderHealth } from './providers';
import type { Draft, PublicationPreview } from './publication/preview-publication';
import type { PublishedEntries } from './publication/publication-to-record';
import type { EntryListings } from './publication/read-listings';
import type { StoredReason } from './reasons/reason';
import type { RecordSummary } from './store/reports/summarize-record';

export type { StoredReason };
export type { Draft, EntryListings, Mention, PublicationPreview, PublishedEntries };

/** `capture`: captures quotes, captures them again on request, and tells when all captures are finished. */
export interface CaptureService {
  /**
   * Runs code that publishes many documents, and captures quotes for all of them in one batch at the end. Resolves after the
   * captures, which have no deadline here.
   */
  captureInOneBatch<T>(run: () => Promise<T>): Promise<T>;
  /**
   * Captures a current snapshot again. The old one stays current until the new one has a figure.
   *
   * @param documentId of the snapshot
   * @param reason is stored with the new row and shown to the newsroom only
   * @param by name of the person who asks for it, stored and shown in the same way
   * @returns the documentId of the new row. Two callers at the same time get the same one
   * @throws NotFoundError, ValidationError (not current, still pending, no instrument, no reason)
   */
  recapture(documentId: string, reason: string, by?: string): Promise<string>;
  /**
   * Asks the provider at once for a missing figure.
   *
   * @param documentId of the current snapshot
   * @returns the documentId of the row that is captured
   * @throws NotFoundError, ValidationError (not current, no instrument, or it has its figure)
   */
  retry(documentId: string): Promise<string>;
  /**
   * Voids a captured snapshot: its figures stay in the record and are marked as not to be used.
   *
   * @param reason shown to readers
   * @param by name of the person who voids it, shown to the newsroom only
   * @throws NotFoundError, ValidationError (not current, not captured, no reason)
   */
  void(documentId: string, reason: string, by?: string): Promise<void>;
  /** Resolves once no capture is running and all events of captures are sent. */
  flush(): Promise<void>;
  /** One turn of the worker, which cron runs every five seconds. Never rejects. */
  runWorkerTurn(): Promise<void>;
}

/** `listings`: which listings an entry names. Nothing is written. */
export interface ListingsService {
  /** The listings that a draft names, whether it is saved or not. */
  ofDraft(draft: Draft): Promise<EntryListings>;
  /**
   * The listings that each entry of the current publication names, by the id of the entry. Must be called inside the publication's
   * transaction.
   */
  ofPublication(published: PublishedEntries): Promise<ReadonlyMap<number, EntryListings>>;
  /** The `populate` with which an entry of this type has all of the text that may name listings. */
  populateText(model: Struct.ContentTypeSchema): Record<string, object>;
  /** What publishing a draft would do with each of its listings. */
  preview(draft: Draft): Promise<PublicationPreview>;
}

/** What a provider knows about a listing besides its price. */
export interface ListingDescription {
  name: string | null;
  /** The exchange as readers are shown it, for example `NASDAQ`. */
  exchange: string | null;
  /** ISO 4217. */
  currency: string;
}

/** `instruments`: facts that the providers know about a listing. */
export interface InstrumentsService {
  /**
   * Asks the providers. This uses quota, so call it only when a person asks for it.
   *
   * @returns the code of the failure if the providers gave no quote within five seconds
   */
  describe(instrument: Instrument): Promise<ListingDescription | { failure: FailureCode }>;
}

/** `reasons`: puts into words why a snapshot has no figure, or what readers should know about its figure. */
export interface ReasonsService {
  /**
   * Puts a stored reason into words.
   *
   * @param locale for example `de` or `fr-CA`; English if the plugin has no messages in that language
   * @returns null if there is no reason
   */
  inWords(reason: StoredReason, locale: string | null | undefined): string | null;
}

/** `detection`: the mentions that publishing would find in a line of text, with offsets into it. */
export interface DetectionService {
  findMentions(text: string): Mention[];
}

/** `latest`: the answer of `GET /api/quote-snapshots/latest`. */
export interface LatestService {
  /**
   * @param list `XNAS:AAPL,XNYS:ORCL`, at most 50; if absent, the featured tickers
   * @param locale the language of reasons; if absent, the app's default locale
   * @throws ValidationError for a list that cannot be read
   */
  quotes(list?: string, locale?: string): ReturnType<typeof latestQuotes>;
}

export interface PluginStatus extends RecordSummary {
  /** Publications that were found without quotes and that the option `onUnrecorded` leaves without. */
  unrecorded: number;
  providers: (ProviderHealth & { role: 'first' | 'fallback' })[];
}

/** `status`: how many snapshots are pending or failed, and the state of the providers. Contains no key. */
export interface StatusService {
  read(): Promise<PluginStatus>;
}

/** `clock`: the database's clock, which times leases and retries. */
export interface ClockService {
  now(): Promise<Date>;
  /** Moves the clock forward, for tests of an app. @param milliseconds by how much */
  shift(milliseconds: number): void;
}
