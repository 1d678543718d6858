/**
 * The plugin's API for the code of an app: what its services take and give.
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

/** `capture`: takes quotes, again where a person says so, and says when all are taken. */
export interface CaptureService {
  /**
   * Runs something that publishes many documents, and captures for all of them at once at its end. Waits for the
   * captures, without a deadline.
   */
  captureInOneBatch<T>(run: () => Promise<T>): Promise<T>;
  /**
   * Captures a current snapshot again; the old one stays until the new one has a figure.
   *
   * @param documentId of the snapshot
   * @param reason kept with the new row, and shown to the newsroom alone
   * @param by the name of whoever asks for it, kept likewise
   * @returns the documentId of the new row; of two who ask at once, both are given the same
   * @throws NotFoundError, ValidationError (not current, still pending, no instrument, no reason)
   */
  recapture(documentId: string, reason: string, by?: string): Promise<string>;
  /**
   * Asks at once for a figure that is missing.
   *
   * @param documentId of the current snapshot
   * @returns the documentId of the row that is asked for
   * @throws NotFoundError, ValidationError (not current, no instrument, or it has its figure)
   */
  retry(documentId: string): Promise<string>;
  /**
   * Voids a captured snapshot: its figures stay in the record, marked as not to be used.
   *
   * @param reason shown to readers
   * @param by the name of whoever voids it, shown to the newsroom alone
   * @throws NotFoundError, ValidationError (not current, not captured, no reason)
   */
  void(documentId: string, reason: string, by?: string): Promise<void>;
  /** Resolves when no capture is under way and all events of captures are sent. */
  flush(): Promise<void>;
  /** One turn of the worker, which cron runs every five seconds. Never rejects. */
  runWorkerTurn(): Promise<void>;
}

/** `listings`: which listings an entry names. Nothing is written. */
export interface ListingsService {
  /** Those that a draft names, saved or not. */
  ofDraft(draft: Draft): Promise<EntryListings>;
  /** Those that each entry of a publication under way names, by its id. To be called inside the publication's transaction. */
  ofPublication(published: PublishedEntries): Promise<ReadonlyMap<number, EntryListings>>;
  /** What to populate so that an entry of this type carries all of the text that names listings. */
  populateText(model: Struct.ContentTypeSchema): Record<string, object>;
  /** What publishing a draft would do with each of them. */
  preview(draft: Draft): Promise<PublicationPreview>;
}

/** What a provider knows of a listing besides its price. */
export interface ListingDescription {
  name: string | null;
  /** The exchange as readers are shown it, as `NASDAQ`. */
  exchange: string | null;
  /** ISO 4217. */
  currency: string;
}

/** `instruments`: what the providers know of a listing. */
export interface InstrumentsService {
  /**
   * Asks the providers, for whoever has clicked: it spends quota.
   *
   * @returns a failure's code where they gave no quote of it, within five seconds
   */
  describe(instrument: Instrument): Promise<ListingDescription | { failure: FailureCode }>;
}

/** `reasons`: why a snapshot has no figure, or what readers should know about it. */
export interface ReasonsService {
  /**
   * A stored reason in words.
   *
   * @param locale `de`, `fr-CA`; English where the plugin has no messages in its language
   * @returns null where there is nothing to say
   */
  inWords(reason: StoredReason, locale: string | null | undefined): string | null;
}

/** `detection`: what publishing would find in a line of text, with offsets into it. */
export interface DetectionService {
  findMentions(text: string): Mention[];
}

/** `latest`: what `GET /api/quote-snapshots/latest` answers. */
export interface LatestService {
  /**
   * @param list `XNAS:AAPL,XNYS:ORCL`, at most 50; the featured tickers where it is absent
   * @param locale the language of reasons; the app's default locale where it is absent
   * @throws ValidationError for a list that cannot be read
   */
  quotes(list?: string, locale?: string): ReturnType<typeof latestQuotes>;
}

export interface PluginStatus extends RecordSummary {
  /** Publications that were found without their quotes, and are left so. */
  unrecorded: number;
  providers: (ProviderHealth & { role: 'first' | 'fallback' })[];
}

/** `status`: what waits, what failed, and how the providers are doing. Holds no key. */
export interface StatusService {
  read(): Promise<PluginStatus>;
}

/** `clock`: the database's clock, by which leases and retries are timed. */
export interface ClockService {
  now(): Promise<Date>;
  /** Lets time pass, for tests of an app. @param milliseconds how much */
  shift(milliseconds: number): void;
}
