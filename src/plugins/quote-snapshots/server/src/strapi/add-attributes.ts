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

/** An attribute of ours on a type of the app's: nobody sees, edits or configures it. */
const hidden = { type: 'string', private: true, writable: false, configurable: false, visible: false };

/**
 * Gives every content type that opted in its `quoteSnapshots`, the key that it is joined on, and the mark of what is recorded.
 *
 * A morph relation or a join column to the entry breaks when publishing replaces the published entry, so the
 * relation is virtual, as core i18n's `localizations` is: a join on plain columns that nothing copies or
 * deletes. `unstable_virtual` is what its name says; tests guard it.
 */
export const addAttributes = (strapi: Core.Strapi): void => {
  const { collectionName } = strapi.contentType(SNAPSHOT_UID);
  for (const contentType of enabledTypes(strapi)) {
    Object.assign(contentType.attributes, {
      [KEY_ATTRIBUTE]: { ...hidden },
      [RECORD_ATTRIBUTE]: { ...hidden },
      [SNAPSHOTS_ATTRIBUTE]: {
        type: 'relation',
        relation: 'oneToMany',
        target: SNAPSHOT_UID,
        writable: false,
        configurable: false,
        visible: false,
        unstable_virtual: true,
        joinColumn: {
          name: KEY_COLUMN,
          referencedColumn: 'related_key',
          referencedTable: strapi.db.metadata.identifiers.getTableName(collectionName ?? 'quote_snapshots'),
          // A mention that could not be told to be one listing has no instrument: it is kept for editors, not
          // served with the document.
          on: () => ({ current: true, relatedType: contentType.uid, instrument: { $notNull: true } }),
        },
      },
    });
    const withIndexes = contentType as typeof contentType & { indexes?: unknown[] };
    withIndexes.indexes = [
      ...(withIndexes.indexes ?? []),
      { name: `${contentType.collectionName}_quotes_key_idx`, columns: [KEY_COLUMN] },
      // Those without any mark are found by an index of their own: `store/upgrade/add-list-indexes.ts`.
      {
        name: `${contentType.collectionName}_quotes_record_idx`,
        columns: [RECORD_COLUMN, hasDrafts(contentType) ? 'published_at' : 'updated_at'],
      },
    ];
  }
};

/** Gives a snapshot its `ticker`, where the app has a content type for it. */
export const addTickerRelation = (strapi: Core.Strapi, tickerType: string): void => {
  if (!(tickerType in strapi.contentTypes)) return;
  Object.assign(strapi.contentType(SNAPSHOT_UID).attributes, {
    ticker: { type: 'relation', relation: 'manyToOne', target: tickerType, useJoinTable: false },
  });
};
