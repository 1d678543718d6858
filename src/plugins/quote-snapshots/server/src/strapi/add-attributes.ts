import type { Core } from '@strapi/strapi';
import {
  KEY_ATTRIBUTE,
  KEY_COLUMN,
  RECORD_ATTRIBUTE,
  RECORD_COLUMN,
  SNAPSHOT_UID,
  SNAPSHOTS_ATTRIBUTE,
} from '../plugin-names';
import { enabledTypes, hasDrafts } from './enabled-types';
import { futureTableName, tableNameOf } from './tables';
import { checkVirtualRelation, virtualRelation } from './virtual-relation';

/** An attribute that the plugin adds to a type of the app. Nobody sees, edits or configures it. */
const hidden = { type: 'string', private: true, writable: false, configurable: false, visible: false };

/** The column of a snapshot that holds the same value as an entry's {@link KEY_COLUMN}. */
const REFERENCED_COLUMN = 'related_key';

/**
 * Adds to every content type that opted in its `quoteSnapshots`, the key that joins them, and the mark of recorded publications.
 * Must be called while plugins register. At that time content types are plain objects, and Strapi makes its tables from them
 * afterwards (undocumented; i18n and the review workflows do the same).
 */
export const addAttributes = (strapi: Core.Strapi): void => {
  const { collectionName } = strapi.contentType(SNAPSHOT_UID);
  const table = futureTableName(strapi, collectionName ?? 'quote_snapshots');
  for (const contentType of enabledTypes(strapi)) {
    Object.assign(contentType.attributes, {
      [KEY_ATTRIBUTE]: { ...hidden },
      [RECORD_ATTRIBUTE]: { ...hidden },
      [SNAPSHOTS_ATTRIBUTE]: virtualRelation({
        target: SNAPSHOT_UID,
        table,
        column: KEY_COLUMN,
        referencedColumn: REFERENCED_COLUMN,
        // A mention that may mean several listings has no instrument. It is kept for editors and is not served with the document.
        on: { current: true, relatedType: contentType.uid, instrument: { $notNull: true } },
      }),
    });
    const withIndexes = contentType as typeof contentType & { indexes?: unknown[] };
    withIndexes.indexes = [
      ...(withIndexes.indexes ?? []),
      { name: `${contentType.collectionName}_quotes_key_idx`, columns: [KEY_COLUMN] },
      // Entries without any mark have an index of their own: `store/upgrade/add-list-indexes.ts`.
      {
        name: `${contentType.collectionName}_quotes_record_idx`,
        columns: [RECORD_COLUMN, hasDrafts(contentType) ? 'published_at' : 'updated_at'],
      },
    ];
  }
};

/** @throws StrapiChangedError if the database layer did not take the attributes as they were given */
export const checkAttributes = (strapi: Core.Strapi): void => {
  const table = tableNameOf(strapi, SNAPSHOT_UID);
  for (const { uid } of enabledTypes(strapi))
    checkVirtualRelation(strapi, uid, SNAPSHOTS_ATTRIBUTE, {
      table,
      column: KEY_COLUMN,
      referencedColumn: REFERENCED_COLUMN,
    });
};

/** Adds `ticker` to a snapshot, if the app has a content type for tickers. */
export const addTickerRelation = (strapi: Core.Strapi, tickerType: string): void => {
  if (!(tickerType in strapi.contentTypes)) return;
  Object.assign(strapi.contentType(SNAPSHOT_UID).attributes, {
    ticker: { type: 'relation', relation: 'manyToOne', target: tickerType, useJoinTable: false },
  });
};
