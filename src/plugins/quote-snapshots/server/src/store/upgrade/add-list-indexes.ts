import type { Core } from '@strapi/strapi';
import { KEY_COLUMN, RECORD_COLUMN, SNAPSHOT_UID } from '../../plugin-names';
import { enabledTypes, hasDrafts } from '../../strapi/enabled-types';
import { readIndexNames } from '../../strapi/existing-indexes';
import { tableNameOf } from '../../strapi/tables';
import { MAY_WANT_A_PERSON } from '../troubled-rows';

interface ListIndex {
  name: string;
  /** The columns before the last one, all ascending. */
  columns: readonly string[];
  /** The last column and its direction. Strapi ends every order with the id. */
  last: readonly [column: string, direction: 'asc' | 'desc'];
  /**
   * The condition for partial indexes. On SQLite it must not name a column that the plugin adds to an app's type: when the plugin
   * is switched off, Strapi drops that column, SQLite re-creates the table with all of its indexes, and the start fails.
   */
  where?: string;
  /** Whether the id follows the last column, since orders end with it; true if absent. */
  endsWithId?: boolean;
  /** Columns after the order, so that a total is counted from the index alone. */
  counted?: readonly string[];
}

/** The columns that decide whether a reader may see a row. `content-api/readers/restrict-readers.ts` counts by them. */
const READERS_COLUMNS = ['related_key', 'related_type'];

/** Indexes for lists of the record, newest first, and for their totals. */
const LISTS: readonly ListIndex[] = [
  { name: 'quote_snapshots_captured_newest', columns: [], last: ['captured_at', 'desc'] },
  { name: 'quote_snapshots_created_newest', columns: [], last: ['created_at', 'desc'] },
  { name: 'quote_snapshots_updated_newest', columns: [], last: ['updated_at', 'desc'] },
  {
    name: 'quote_snapshots_instrument_newest',
    columns: ['instrument'],
    last: ['captured_at', 'desc'],
    counted: READERS_COLUMNS,
  },
  {
    name: 'quote_snapshots_document_newest',
    columns: ['related_document_id'],
    last: ['captured_at', 'desc'],
    counted: READERS_COLUMNS,
  },
  // For the total of the whole record. The index is in the order of ids, so new rows are appended and its pages stay full. An index
  // in the order of the keys has half-full pages, and PostgreSQL would read the table instead.
  {
    name: 'quote_snapshots_total',
    columns: ['related_type'],
    last: ['id', 'asc'],
    endsWithId: false,
    counted: ['related_key'],
  },
  // The homepage's widget groups these rows by publication every 15 seconds, from this index alone. The columns are in the plugin's
  // own table, which Strapi keeps when the plugin is switched off.
  {
    name: 'quote_snapshots_troubled',
    columns: ['related_type', 'related_key', 'related_document_id', 'related_locale', 'state'],
    last: ['related_published_at', 'asc'],
    where: MAY_WANT_A_PERSON,
    endsWithId: false,
    // SQLite would read the table for `current`, which the condition names, if it were not in the index.
    counted: ['current'],
  },
];

/**
 * Creates indexes that `indexes` in a Strapi schema cannot express: it has no `desc`, without which the database sorts, and no
 * `where`. Strapi does not touch an index that no schema ever named, even when SQLite re-creates a table. An index that is lost is
 * created again at the next start.
 */
const addIndexes = async (strapi: Core.Strapi, uid: string, indexes: readonly ListIndex[]): Promise<void> => {
  const tableName = tableNameOf(strapi, uid);
  const names = await readIndexNames(strapi, tableName);
  const missing = indexes.filter(({ name }) => !names.has(name));
  if (missing.length === 0) return;
  const schema = strapi.db.getSchemaName();
  const table = schema ? `${schema}.${tableName}` : tableName;
  await strapi.db.transaction(async ({ trx }) => {
    // If two nodes start at once, both would find an index missing, and the second would fail to create it.
    if (strapi.db.dialect.client === 'postgres') {
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['quote-snapshots: list indexes']);
    }
    for (const { name, columns, last, where, endsWithId = true, counted = [] } of missing) {
      const [column, direction] = last;
      const ends = [...(endsWithId ? ['id'] : []), ...counted];
      const order = [...columns.map(() => '??'), `?? ${direction}`, ...ends].join(', ');
      await trx.raw(`create index if not exists ?? on ?? (${order})${where ? ` where ${where}` : ''}`, [
        name,
        table,
        ...columns,
        column,
      ]);
    }
  });
};

/**
 * Creates the indexes for lists of the record. For every type that opted in, it also creates the index for the sweep, which holds
 * the published entries that nobody recorded. There are few of those.
 */
export const addListIndexes = async (strapi: Core.Strapi): Promise<void> => {
  await addIndexes(strapi, SNAPSHOT_UID, LISTS);
  for (const model of enabledTypes(strapi)) {
    const drafts = hasDrafts(model);
    const unrecorded: ListIndex = {
      name: `${model.collectionName}_quotes_unrecorded`,
      columns: [],
      last: [drafts ? 'published_at' : 'updated_at', 'asc'],
      where: `${RECORD_COLUMN} is null${drafts ? ' and published_at is not null' : ''}`,
    };
    // Counting what a reader may see of the record uses the keys of published entries. SQLite ignores an index of these keys alone
    // and reads the table, so there the date comes first. PostgreSQL would use an index that begins with the date for lists, and
    // then sort.
    const isPostgres = strapi.db.dialect.client === 'postgres';
    const published: ListIndex = {
      name: `${model.collectionName}_quotes_published`,
      columns: isPostgres ? [] : ['published_at'],
      last: [KEY_COLUMN, 'asc'],
      ...(isPostgres ? { where: 'published_at is not null' } : {}),
      endsWithId: false,
    };
    await addIndexes(strapi, model.uid, [
      // PostgreSQL does not use the index on `quoteSnapshotsRecord` from the schema; SQLite does.
      ...(isPostgres ? [unrecorded] : []),
      ...(drafts ? [published] : []),
    ]);
  }
};
