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
    description: 'The quote of an instrument at the time a document was published. Read-only record.',
  },
  options: { draftAndPublish: false },
  pluginOptions: {
    // Nobody edits the record, so it has its own page instead. `strapi/show-in-roles.ts` keeps the permission to read it in the roles.
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
     * What readers should know about the figure, or why there is none. It is stored as a code with parameters, and put into words
     * when it is shown. `reason` has the text that a person wrote, or that a version of the plugin without codes stored.
     */
    reason: { type: 'text' },
    reasonCode: { type: 'string' },
    reasonParams: { type: 'json' },
    /** Whole minutes from publication to the time of the figure; null if it is from the minute of publication. */
    lateMinutes: { type: 'integer' },
    relatedType: { type: 'string' },
    relatedDocumentId: { type: 'string' },
    relatedLocale: { type: 'string' },
    relatedPublishedAt: { type: 'datetime' },
    current: { type: 'boolean', default: false },
    /** Order of first mention in the publication, from 0. */
    position: { type: 'integer', private: true },
    /** `documentId:locale` of the publication. The entry has the same value in `quoteSnapshotsKey`, and the two are joined on it. */
    relatedKey: { type: 'string', private: true },
    /**
     * Type, document, locale and instrument in one string while the row is current. `|again` is added while the row waits to
     * replace the current one, `|unpublished` while the document is unpublished. Null for every other row.
     */
    currentKey: { type: 'string', private: true },
    /** The documentId of the row that this one replaces once it is captured. */
    supersedes: { type: 'string', private: true },
    /** The reason that an editor gave for capturing it again. Only the newsroom sees it. */
    correction: { type: 'text', private: true },
    /** Who captured it again, and who voided it and when. Null if code did so, or an early version of the plugin, which did not store this. */
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
  // The indexes for lists, newest first, are in `store/upgrade/add-list-indexes.ts`: a schema cannot express `desc`.
  indexes: [
    // This index allows one current snapshot per document, locale and instrument: rows that are not current have NULL as their key.
    // The key is one string because a unique index over several columns does not compare rows whose locale is NULL.
    { name: 'quote_snapshots_current_key_unique', columns: ['current_key'], type: 'unique' },
    // The type and the id are included so that the rows a reader may see are counted from this index alone. SQLite has the id in
    // every index. PostgreSQL does not, and Strapi counts ids, so PostgreSQL would read the table for it.
    { name: 'quote_snapshots_related_key_idx', columns: ['related_key', 'related_type', 'current', 'id'] },
    { name: 'quote_snapshots_due_idx', columns: ['state', 'next_attempt_at'] },
    { name: 'quote_snapshots_announced_idx', columns: ['announced_at'] },
  ],
};

export default schema;
