import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../type-names';

/** An index for a list of articles in an order that readers request. */
interface ListIndex {
  name: string;
  /** The attributes of the index. It is left out if the type lacks one of them. */
  attributes: readonly string[];
  /** Whether the last attribute is descending, for newest first. */
  newestFirst: boolean;
}

const LISTS: readonly ListIndex[] = [
  { name: 'articles_published_list', attributes: ['locale'], newestFirst: false },
  { name: 'articles_published_newest', attributes: ['locale', 'publishedAt'], newestFirst: true },
  { name: 'articles_published_newest_all', attributes: ['publishedAt'], newestFirst: true },
  { name: 'articles_published_kind', attributes: ['locale', 'kind', 'publishedAt'], newestFirst: true },
  { name: 'articles_published_first', attributes: ['locale', 'firstPublishedAt'], newestFirst: true },
  { name: 'articles_published_updated', attributes: ['locale', 'updatedAt'], newestFirst: true },
  // The ids of a ticker's articles are known, so sorting and counting read only this index. Rows would be slow, because they
  // contain the whole body.
  { name: 'articles_published_by_id', attributes: ['id', 'locale', 'publishedAt'], newestFirst: false },
  // Sitemaps read all articles from this index alone.
  {
    name: 'articles_published_pages',
    attributes: ['documentId', 'locale', 'slug', 'publishedAt'],
    newestFirst: false,
  },
  // Feeds ask for the latest retractions.
  { name: 'articles_published_retracted', attributes: ['locale', 'retractedAt'], newestFirst: true },
  { name: 'articles_published_created', attributes: ['locale', 'createdAt'], newestFirst: true },
];

/**
 * Creates the indexes for lists of articles: in the order of the list, and for published entries only. So neither the first 20 of
 * 200,000 articles nor their total reads other rows.
 *
 * A schema's `indexes` can express neither `desc` nor `where`, and without both the database sorts, because Strapi adds `id asc` to
 * every order. Strapi does not touch indexes that no schema names, even when SQLite re-creates a table. An index that is lost is
 * created again at the next start.
 */
export const addListIndexes = async (strapi: Core.Strapi): Promise<void> => {
  const { tableName, attributes } = strapi.db.metadata.get(ARTICLE);
  const there = await strapi.db.dialect.schemaInspector.getIndexes(tableName);
  const names = new Set(there.map(({ name }) => name));
  const missing = LISTS.filter(
    (list) => !names.has(list.name) && list.attributes.every((name) => name in attributes),
  );
  if (missing.length === 0) return;
  const schema = strapi.db.getSchemaName();
  await strapi.db.transaction(async ({ trx }) => {
    // If two nodes start at once, both would find the index missing, and the second would fail to create it.
    if (strapi.db.dialect.client === 'postgres') {
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['newsroom: list indexes']);
    }
    for (const { name, attributes: on, newestFirst } of missing) {
      const columns = on.map((attribute, index) => {
        const { columnName = attribute } = attributes[attribute] as { columnName?: string };
        return trx.raw(newestFirst && index === on.length - 1 ? '?? desc' : '??', [columnName]).toQuery();
      });
      // Strapi ends every order with the id.
      if (!on.includes('id')) columns.push('id');
      await trx.raw(
        `create index if not exists ?? on ?? (${columns.join(', ')}) where published_at is not null`,
        [name, schema ? `${schema}.${tableName}` : tableName],
      );
    }
  });
};
