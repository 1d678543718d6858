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
    'content-manager': { visible: true },
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
    /** For readers: what they must know of the figure, or of why there is none. */
    reason: { type: 'text' },
    /** How long after publication the figure is of, in whole minutes; null where it is of the publication's minute. */
    lateMinutes: { type: 'integer' },
    relatedType: { type: 'string' },
    relatedDocumentId: { type: 'string' },
    relatedLocale: { type: 'string' },
    relatedPublishedAt: { type: 'datetime' },
    current: { type: 'boolean', default: false },
    /** Order of first mention in the publication, from 0. */
    position: { type: 'integer', private: true },
    /** `documentId:locale` of the publication: what an entry's `quoteSnapshotsKey` is joined on. */
    relatedKey: { type: 'string', private: true },
    /**
     * Type, document, locale and instrument in one string while the row is current; the same with `|again` while it
     * waits to replace the current one; else null.
     */
    currentKey: { type: 'string', private: true },
    /** The documentId of the row that this one replaces once it is captured. */
    supersedes: { type: 'string', private: true },
    /** Why a person had it captured again: for the newsroom alone. */
    correction: { type: 'text', private: true },
    /** How often a provider was asked in vain, what the last attempt failed of, and when the next one is due. */
    attempts: { type: 'integer', private: true, default: 0 },
    failureCode: { type: 'string', private: true },
    nextAttemptAt: { type: 'datetime', private: true },
    /** Who is asking for this row at the moment, and until when nobody else does. */
    leaseOwner: { type: 'string', private: true },
    leaseUntil: { type: 'datetime', private: true },
    /** When the world was told that this publication's quotes are complete; null while that is still to be done. */
    announcedAt: { type: 'datetime', private: true },
    /** Whether this publication added the ticker, or the company, to the document (and may take it back). */
    linkedTicker: { type: 'boolean', private: true, default: false },
    linkedCompany: { type: 'boolean', private: true, default: false },
  },
  // Those that lists are read from, newest first, are in `store/upgrade/add-list-indexes.ts`.
  indexes: [
    // "One current snapshot per document, locale and instrument" is this index: NULL where not current.
    // The whole key is one string because a NULL locale would switch a multi-column check off.
    { name: 'quote_snapshots_current_key_unique', columns: ['current_key'], type: 'unique' },
    // The type and the id too: what a reader may see is counted from this index alone. SQLite has the id in every
    // index; PostgreSQL, which counts ids, would read the table for it.
    { name: 'quote_snapshots_related_key_idx', columns: ['related_key', 'related_type', 'current', 'id'] },
    { name: 'quote_snapshots_due_idx', columns: ['state', 'next_attempt_at'] },
    { name: 'quote_snapshots_announced_idx', columns: ['announced_at'] },
  ],
};

export default schema;
