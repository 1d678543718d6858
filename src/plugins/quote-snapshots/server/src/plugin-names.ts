/** The plugin's name in Strapi, and the key of its `pluginOptions` and its configuration. */
export const PLUGIN = 'quote-snapshots';

export const SNAPSHOT_UID = 'plugin::quote-snapshots.quote-snapshot';

/** The providers' usage by minute and day, through which nodes share a quota. */
export const USAGE_UID = 'plugin::quote-snapshots.provider-usage';

/** The attribute with a document's current snapshots. */
export const SNAPSHOTS_ATTRIBUTE = 'quoteSnapshots';

/** The hidden attribute of a document's entries on which {@link SNAPSHOTS_ATTRIBUTE} is joined. */
export const KEY_ATTRIBUTE = 'quoteSnapshotsKey';
export const KEY_COLUMN = 'quote_snapshots_key';

/** The hidden attribute of a published entry that says whether its quotes were recorded. */
export const RECORD_ATTRIBUTE = 'quoteSnapshotsRecord';
export const RECORD_COLUMN = 'quote_snapshots_record';
