/** The plugin's name in Strapi, which is also the key of its `pluginOptions` and of its configuration. */
export const PLUGIN = 'quote-snapshots';

export const SNAPSHOT_UID = 'plugin::quote-snapshots.quote-snapshot';

/** What providers have been asked for, by minute and day: nodes share their quotas through it. */
export const USAGE_UID = 'plugin::quote-snapshots.provider-usage';

/** The attribute through which a document shows its current snapshots. */
export const SNAPSHOTS_ATTRIBUTE = 'quoteSnapshots';

/** The hidden attribute of a document's entries that {@link SNAPSHOTS_ATTRIBUTE} is joined on. */
export const KEY_ATTRIBUTE = 'quoteSnapshotsKey';
export const KEY_COLUMN = 'quote_snapshots_key';

/** The hidden attribute of a published entry that says whether its quotes are in the record. */
export const RECORD_ATTRIBUTE = 'quoteSnapshotsRecord';
export const RECORD_COLUMN = 'quote_snapshots_record';
