/**
 * The record: one row per instrument and publication, kept for good.
 *
 * Figures are `float` (double precision): Strapi maps `decimal` to decimal(10,2), which stored 0.00012 as 0.
 * Nothing is named `status`, `locale` or `documentId`: Strapi's own columns would overwrite it.
 */
const schema = {
  kind: 'collectionType',
  collectionName: 'quote_snapshots',
  info: {
    singularName: 'quote-snapshot',
    pluralName: 'quote-snapshots',
    displayName: 'Quote snapshot',
    description: 'What a provider said of an instrument when a document was published. Read-only record.',
  },
  options: { draftAndPublish: false },
  pluginOptions: {
    // A record is no content: it has a page of its own. Roles keep the permission to read it (`strapi/show-in-roles.ts`).
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    instrument: { type: 'string' },
    symbol: { type: 'string' },
    mic: { type: 'string' },
    exchange: { type: 'string' },
    name: { type: 'string' },
    price: { type: 'float' },
    previousClose: { type: 'float' },
    change: { type: 'float' },
    changePercent: { type: 'float' },
    priceDecimals: { type: 'integer' },
    currency: { type: 'string' },
    quoteUnit: { type: 'string' },
    marketState: { type: 'enumeration', enum: ['pre', 'regular', 'post', 'closed', 'unknown'] },
    quotedAt: { type: 'datetime' },
    capturedAt: { type: 'datetime' },
    delayMinutes: { type: 'integer' },
    provider: { type: 'string' },
    attribution: { type: 'string' },
    state: {
      type: 'enumeration',
      enum: ['pending', 'captured', 'unavailable', 'voided'],
      required: true,
      default: 'pending',
    },
    /**
     * For readers: what they should know about the figure, or why there is none. A code with parameters, which is worded
     * when it is shown. `reason` keeps a person's own words, and those of versions that had no codes.
     */
    reason: { type: 'text' },
    reasonCode: { type: 'string' },
    reasonParams: { type: 'json' },
    /** Whole minutes from publication to the moment of the figure; null where that is the minute of publication. */
    lateMinutes: { type: 'integer' },
    relatedType: { type: 'string' },
    relatedDocumentId: { type: 'string' },
    relatedLocale: { type: 'string' },
    relatedPublishedAt: { type: 'datetime' },
    current: { type: 'boolean', default: false },
    /** Order of first mention in the publication, from 0. */
    position: { type: 'integer', private: true },
    /** `documentId:locale` of the publication. An entry's `quoteSnapshotsKey` has the same value: they are joined on it. */
    relatedKey: { type: 'string', private: true },
    /**
     * Type, document, locale and instrument in one string while the row is current. With `|again` at its end while the row
     * waits to replace the current one, with `|unpublished` while the document is unpublished; otherwise null.
     */
    currentKey: { type: 'string', private: true },
    /** The documentId of the row that this one replaces once it is captured. */
    supersedes: { type: 'string', private: true },
    /** Why an editor had it captured again. Only the newsroom sees it. */
    correction: { type: 'text', private: true },
    /** Who had it captured again, and who voided it and when; null where a version that did not keep it wrote the row, or code did it. */
    correctedBy: { type: 'string', private: true },
    voidedBy: { type: 'string', private: true },
    voidedAt: { type: 'datetime', private: true },
    /** How many attempts failed, why the last one did, and when the next one is due. */
    attempts: { type: 'integer', private: true, default: 0 },
    failureCode: { type: 'string', private: true },
    nextAttemptAt: { type: 'datetime', private: true },
    /** The lease: which node is capturing this row, and until when no other node may. */
    leaseOwner: { type: 'string', private: true },
    leaseUntil: { type: 'datetime', private: true },
    /** When the events about this row were sent; null until then. */
    announcedAt: { type: 'datetime', private: true },
    /** Whether the plugin linked the ticker, or the company, to the document: it may remove only what it linked. */
    linkedTicker: { type: 'boolean', private: true, default: false },
    linkedCompany: { type: 'boolean', private: true, default: false },
  },
  // The indexes of lists, newest first, are in `store/upgrade/add-list-indexes.ts`: a schema cannot say `desc`.
  indexes: [
    // This index keeps the promise of one current snapshot per document, locale and instrument: the key is NULL where a row is not
    // current. It is one string because a NULL locale in an index of several columns would switch the check off.
    { name: 'quote_snapshots_current_key_unique', columns: ['current_key'], type: 'unique' },
    // The type and the id too: what a reader may see is counted from this index alone. SQLite has the id in every
    // index; PostgreSQL, which counts ids, would read the table for it.
    { name: 'quote_snapshots_related_key_idx', columns: ['related_key', 'related_type', 'current', 'id'] },
    { name: 'quote_snapshots_due_idx', columns: ['state', 'next_attempt_at'] },
    { name: 'quote_snapshots_announced_idx', columns: ['announced_at'] },
  ],
};

export default schema;
